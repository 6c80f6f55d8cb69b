package io.github.formulint.fix;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Mends a document in memory: applies the proven fixes that do not overlap, reads it again, and
 * goes on until nothing changes. Stateless and thread-safe.
 */
public final class FixApplier {

  /** Enough for fixes that wait for others; a document that still changes then is left there. */
  private static final int MOST_ROUNDS = 10;

  private final Analysis.Analyzer analyzer;
  private final FixProver prover;
  private final Wanted wanted;

  /**
   * Makes an applier.
   *
   * @param analyzer reads, judges and checks documents
   * @param wanted which findings are to be mended
   */
  public FixApplier(Analysis.Analyzer analyzer, Wanted wanted) {
    this.analyzer = analyzer;
    this.prover = new FixProver(analyzer);
    this.wanted = wanted;
  }

  /** Says which findings are to be mended. Implementations are thread-safe. */
  @FunctionalInterface
  public interface Wanted {

    /** All of them. */
    Wanted ALL = (document, found) -> found;

    /**
     * Returns those findings that are to be mended, in their order.
     *
     * @param document a document
     * @param found what was found in it
     */
    List<Diagnostic> among(SourceFile document, List<Diagnostic> found);
  }

  /**
   * What became of a document. Immutable.
   *
   * @param after the mended document, the one given if nothing was mended, with what remains to be
   *     found in it and the proven fixes of that
   * @param applied the findings that were mended, each with the fix that was applied, in the order
   *     in which they were mended
   */
  public record Result(Analysis after, List<Diagnostic> applied) {

    /** Copies the list. */
    public Result {
      Objects.requireNonNull(after);
      applied = List.copyOf(applied);
    }
  }

  /**
   * Returns a document with its fixes applied.
   *
   * @param document the document as it stands
   * @param allowed which fixes may be applied
   */
  public Result apply(SourceFile document, Set<Applicability> allowed) {
    List<Diagnostic> applied = new ArrayList<>();
    Analysis analysis = analyzer.analyze(document);
    List<Diagnostic> diagnostics = prover.prove(analysis);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Diagnostic> chosen = withFixesOf(wanted, analysis.context().document(), diagnostics);
      List<Fix> fixes = holding(analysis, chosen, allowed);
      if (fixes.isEmpty()) {
        diagnostics = without(allowed, diagnostics, chosen);
        break;
      }
      applied.addAll(mendedBy(fixes, diagnostics));
      List<Edit> edits = fixes.stream().flatMap(fix -> fix.edits().stream()).toList();
      analysis = analyzer.analyze(new TextEdits(edits).applyTo(analysis.context().document()));
      diagnostics = prover.prove(analysis);
    }
    return new Result(new Analysis(analysis.context(), diagnostics), applied);
  }

  /**
   * Returns fixes that hold at once. Where none of those chosen does, as where each changes a
   * formula that touches the other's, it is the first that holds alone: the others wait for the
   * next round.
   */
  private List<Fix> holding(
      Analysis analysis, List<Diagnostic> diagnostics, Set<Applicability> allowed) {
    List<Fix> together = prover.holdingTogether(analysis, choose(diagnostics, allowed));
    return together.isEmpty() ? prover.firstHolding(analysis, diagnostics, allowed) : together;
  }

  /** Returns the findings with at most one fix each, none in the way of another. */
  private static List<Diagnostic> choose(List<Diagnostic> diagnostics, Set<Applicability> allowed) {
    List<Diagnostic> chosen = new ArrayList<>();
    ChosenEdits edits = new ChosenEdits();
    for (Diagnostic diagnostic : diagnostics) {
      chosen.add(
          diagnostic.withFixes(
              diagnostic.fixes().stream()
                  .filter(fix -> allowed.contains(fix.applicability()))
                  .filter(edits::add)
                  .limit(1)
                  .toList()));
    }
    return chosen;
  }

  /** Returns the findings, those that are not wanted without fixes. */
  private static List<Diagnostic> withFixesOf(
      Wanted wanted, SourceFile document, List<Diagnostic> diagnostics) {
    if (wanted == Wanted.ALL || diagnostics.isEmpty()) {
      return diagnostics;
    }
    Set<Diagnostic> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(wanted.among(document, diagnostics));
    return diagnostics.stream()
        .map(each -> kept.contains(each) ? each : each.withFixes(List.of()))
        .toList();
  }

  /**
   * Returns findings without fixes that hold only together with others that are not allowed; what
   * is not wanted keeps its own.
   */
  private static List<Diagnostic> without(
      Set<Applicability> allowed, List<Diagnostic> diagnostics, List<Diagnostic> chosen) {
    List<Diagnostic> left = new ArrayList<>();
    for (int i = 0; i < diagnostics.size(); i++) {
      Diagnostic diagnostic = diagnostics.get(i);
      boolean isUnwanted = chosen.get(i).fixes().size() < diagnostic.fixes().size();
      left.add(
          isUnwanted
              ? diagnostic
              : diagnostic.withFixes(
                  diagnostic.fixes().stream()
                      .filter(fix -> !allowed.contains(fix.applicability()))
                      .toList()));
    }
    return left;
  }

  private static List<Diagnostic> mendedBy(List<Fix> fixes, List<Diagnostic> diagnostics) {
    List<Diagnostic> mended = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      diagnostic.fixes().stream()
          .filter(fixes::contains)
          .findFirst()
          .ifPresent(fix -> mended.add(diagnostic.withFixes(List.of(fix))));
    }
    return mended;
  }
}
