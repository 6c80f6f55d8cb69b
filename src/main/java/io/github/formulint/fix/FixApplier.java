package io.github.formulint.fix;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
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

  /**
   * Makes an applier.
   *
   * @param analyzer reads, judges and checks documents
   */
  public FixApplier(Analysis.Analyzer analyzer) {
    this.analyzer = analyzer;
    this.prover = new FixProver(analyzer);
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
      List<Fix> fixes = holding(analysis, choose(diagnostics, allowed));
      if (fixes.isEmpty()) {
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
   * Returns those of the fixes that hold at once. Where none does, as where each changes a formula
   * that touches the other's, it is the first that holds alone: the others wait for the next round.
   */
  private List<Fix> holding(Analysis analysis, List<Diagnostic> chosen) {
    List<Fix> together = prover.holdingTogether(analysis, chosen);
    if (!together.isEmpty()) {
      return together;
    }
    for (int i = 0; i < chosen.size(); i++) {
      if (!chosen.get(i).fixes().isEmpty()) {
        List<Fix> alone = prover.holdingTogether(analysis, only(i, chosen));
        if (!alone.isEmpty()) {
          return alone;
        }
      }
    }
    return List.of();
  }

  /** Returns the findings with the fixes of one of them. */
  private static List<Diagnostic> only(int index, List<Diagnostic> findings) {
    List<Diagnostic> only = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      only.add(i == index ? findings.get(i) : findings.get(i).withFixes(List.of()));
    }
    return only;
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
