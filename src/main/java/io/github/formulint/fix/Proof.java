package io.github.formulint.fix;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.StrayDelimiter;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Compares a document before and after edits. What stands outside the sites must be read, judged
 * and found fault with exactly as before, and no platform may make less of it; what stands inside
 * must be mended.
 */
final class Proof {

  private final TextEdits edits;
  private final List<Site> sites;
  private final Side before;
  private final Side after;
  private final List<PlatformProof> platforms;

  Proof(Analysis before, Analysis after, TextEdits edits, List<Site> sites) {
    this.edits = edits;
    this.sites = sites;
    List<Span> regionsBefore = sites.stream().map(Site::region).toList();
    List<Span> regionsAfter = regionsBefore.stream().map(edits::grow).toList();
    this.before = Side.of(before, regionsBefore);
    this.after = Side.of(after, regionsAfter);
    this.platforms =
        IntStream.range(0, before.context().comparisons().size())
            .mapToObj(
                i ->
                    PlatformProof.of(
                        before.context().comparisons().get(i),
                        after.context().comparisons().get(i),
                        edits,
                        regionsBefore,
                        regionsAfter))
            .toList();
  }

  /** Returns the sites whose fixes do what they promise. */
  List<Site> holding() {
    List<Site> holding = new ArrayList<>();
    RestOfPicture rest =
        new RestOfPicture(before.analysis().context(), after.analysis().context(), edits);
    for (int i = 0; i < sites.size(); i++) {
      if (holds(i)) {
        holding.add(sites.get(i));
        rest.add(sites.get(i), before.formulas().inside().get(i), after.formulas().inside().get(i));
      }
    }
    holding.removeAll(rest.spoiling());
    return holding;
  }

  /** Returns whether everything outside the sites is as it was. */
  boolean restIsUnchanged() {
    return before.facts(edits::shift).equals(after.facts(Function.identity()))
        && before.openers(edits::shift).equals(after.openers(Function.identity()))
        && before.findings(edits::shift).equals(after.findings(Function.identity()))
        && platforms.stream().allMatch(PlatformProof::restIsNotWorse);
  }

  /**
   * Returns sites that may be to blame where the rest is changed: those that share a paragraph with
   * something that is changed, or else the last one in front of all that is; at least one.
   */
  List<Site> suspects() {
    List<Span> changed = new ArrayList<>();
    addChanged(before.facts(edits::shift), after.facts(Function.identity()), Fact::span, changed);
    addChanged(
        before.openers(edits::shift),
        after.openers(Function.identity()),
        Function.identity(),
        changed);
    addChanged(
        before.findings(edits::shift), after.findings(Function.identity()), Finding::span, changed);
    platforms.forEach(platform -> changed.addAll(platform.worse()));
    Paragraphs paragraphs = Paragraphs.of(after.analysis().context().document().text());
    BitSet parts = new BitSet();
    changed.forEach(span -> parts.set(paragraphs.at(span.start()), paragraphs.at(span.end()) + 1));
    int first = changed.stream().mapToInt(Span::start).min().orElse(0);
    List<Site> suspects = new ArrayList<>();
    Site last = sites.get(0);
    for (Site site : sites) {
      Span region = edits.grow(site.region());
      int part = parts.nextSetBit(paragraphs.at(region.start()));
      if (part >= 0 && part <= paragraphs.at(region.end())) {
        suspects.add(site);
      }
      if (region.start() <= first) {
        last = site;
      }
    }
    return suspects.isEmpty() ? List.of(last) : suspects;
  }

  /** Adds the places of what only one of two sides has. */
  private static <T> void addChanged(
      List<T> then, List<T> now, Function<T, Span> place, List<Span> changed) {
    Set<T> before = new HashSet<>(then);
    Set<T> after = new HashSet<>(now);
    then.stream().filter(each -> !after.contains(each)).map(place).forEach(changed::add);
    now.stream().filter(each -> !before.contains(each)).map(place).forEach(changed::add);
  }

  /**
   * Returns whether the fixes of a site do what they promise: its formulas render, the findings
   * that they mend are gone, and no other has come.
   */
  private boolean holds(int index) {
    Site site = sites.get(index);
    List<Formula> formulasBefore = before.formulas().inside().get(index);
    List<Formula> formulasAfter = after.formulas().inside().get(index);
    return meant(formulasAfter) >= meant(formulasBefore)
        && (broken(formulasAfter, after) == 0 || keepsFaults(site, formulasBefore, formulasAfter))
        && after.strays().inside().get(index).isEmpty()
        && findingsAreMended(index)
        && platforms.stream().allMatch(platform -> platform.holds(site, index));
  }

  private boolean findingsAreMended(int index) {
    Map<RuleId, Integer> left = new HashMap<>();
    before
        .diagnostics()
        .inside()
        .get(index)
        .forEach(diagnostic -> left.merge(diagnostic.rule(), 1, Integer::sum));
    sites.get(index).candidates().stream()
        .filter(candidate -> !candidate.diagnostic().isAboutReading())
        .map(Candidate::index)
        .distinct()
        .forEach(mended -> left.merge(before.rule(mended), -1, Integer::sum));
    after
        .diagnostics()
        .inside()
        .get(index)
        .forEach(diagnostic -> left.merge(diagnostic.rule(), -1, Integer::sum));
    return left.values().stream().allMatch(count -> count >= 0);
  }

  private static long meant(List<Formula> formulas) {
    return formulas.stream().filter(formula -> !formula.isEmpty()).count();
  }

  private static long broken(List<Formula> formulas, Side side) {
    return formulas.stream().filter(formula -> !side.renders(formula)).count();
  }

  /**
   * Returns whether a site is mended only for platforms, and fails as it did before: a platform can
   * be brought to read a formula that has other faults.
   */
  private boolean keepsFaults(
      Site site, List<Formula> formulasBefore, List<Formula> formulasAfter) {
    return site.candidates().stream()
            .noneMatch(candidate -> !candidate.diagnostic().isAboutReading())
        && broken(formulasAfter, after) <= broken(formulasBefore, before);
  }

  /**
   * The document before or after the edits, sorted by the regions of the sites. Immutable.
   *
   * @param analysis the document
   * @param formulas its formulas
   * @param strays its stray delimiters
   * @param diagnostics its findings that are not about what a platform reads
   */
  private record Side(
      Analysis analysis,
      ByRegion<Formula> formulas,
      ByRegion<StrayDelimiter> strays,
      ByRegion<Diagnostic> diagnostics) {

    static Side of(Analysis analysis, List<Span> regions) {
      return new Side(
          analysis,
          ByRegion.of(analysis.context().reading().formulas(), Formula::span, regions),
          ByRegion.of(analysis.context().reading().strays(), StrayDelimiter::mark, regions),
          ByRegion.of(
              analysis.diagnostics().stream().filter(each -> !each.isAboutReading()).toList(),
              Diagnostic::span,
              regions));
    }

    RuleId rule(int diagnostic) {
      return analysis.diagnostics().get(diagnostic).rule();
    }

    boolean renders(Formula formula) {
      return formula.isEmpty() || analysis.context().verdict(formula).isRendered();
    }

    List<Fact> facts(Function<Span, Span> place) {
      return formulas.outside().stream()
          .map(
              formula -> new Fact(formula.source(), place.apply(formula.span()), formula.context()))
          .toList();
    }

    List<Span> openers(Function<Span, Span> place) {
      return strays.outside().stream().map(StrayDelimiter::mark).map(place).toList();
    }

    List<Finding> findings(Function<Span, Span> place) {
      return diagnostics.outside().stream()
          .map(
              diagnostic ->
                  new Finding(
                      diagnostic.rule(),
                      diagnostic.severity(),
                      place.apply(diagnostic.span()),
                      diagnostic.message()))
          .toList();
    }
  }

  /** What must stay the same of a formula outside the sites. */
  private record Fact(MathSource source, Span span, FormulaContext context) {}

  /** What must stay the same of a finding outside the sites. */
  private record Finding(RuleId rule, Severity severity, Span span, String message) {}
}
