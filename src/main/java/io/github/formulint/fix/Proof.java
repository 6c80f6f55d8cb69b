package io.github.formulint.fix;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.StrayDelimiter;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares a document before and after edits. What stands outside the sites must be read, judged
 * and found fault with exactly as before, and no platform may make less of it; what stands inside
 * must be mended.
 */
final class Proof {

  private final Analysis before;
  private final Analysis after;
  private final TextEdits edits;
  private final List<Site> sites;

  /** The sites' regions before and after, in order. */
  private final List<Span> regionsBefore;

  private final List<Span> regionsAfter;

  Proof(Analysis before, Analysis after, TextEdits edits, List<Site> sites) {
    this.before = before;
    this.after = after;
    this.edits = edits;
    this.sites = sites;
    this.regionsBefore = sites.stream().map(Site::region).toList();
    this.regionsAfter = regionsBefore.stream().map(edits::grow).toList();
  }

  /** Returns whether everything outside the sites is as it was. */
  boolean restIsUnchanged() {
    return outside(before.context().reading().formulas(), Formula::span, regionsBefore).stream()
            .map(formula -> Fact.of(formula, edits.shift(formula.span())))
            .toList()
            .equals(
                outside(after.context().reading().formulas(), Formula::span, regionsAfter).stream()
                    .map(formula -> Fact.of(formula, formula.span()))
                    .toList())
        && outside(before.context().reading().strays(), StrayDelimiter::opener, regionsBefore)
            .stream()
            .map(stray -> edits.shift(stray.opener()))
            .toList()
            .equals(
                outside(after.context().reading().strays(), StrayDelimiter::opener, regionsAfter)
                    .stream()
                    .map(StrayDelimiter::opener)
                    .toList())
        && outside(everywhere(before), Diagnostic::span, regionsBefore).stream()
            .map(diagnostic -> Finding.of(diagnostic, edits.shift(diagnostic.span())))
            .toList()
            .equals(
                outside(everywhere(after), Diagnostic::span, regionsAfter).stream()
                    .map(diagnostic -> Finding.of(diagnostic, diagnostic.span()))
                    .toList())
        && platforms().allMatch(PlatformProof::restIsNotWorse);
  }

  /** Returns the findings that do not depend on a platform. */
  private static List<Diagnostic> everywhere(Analysis analysis) {
    return analysis.diagnostics().stream()
        .filter(diagnostic -> diagnostic.platforms().isEmpty())
        .toList();
  }

  private Stream<PlatformProof> platforms() {
    return IntStream.range(0, before.context().comparisons().size())
        .mapToObj(
            i ->
                new PlatformProof(
                    before.context().comparisons().get(i),
                    after.context().comparisons().get(i),
                    edits,
                    regionsBefore,
                    regionsAfter));
  }

  /**
   * Returns whether the fixes of a site do what they promise: its formulas render, the findings
   * that they mend are gone, and no other has come.
   */
  boolean holds(Site site) {
    Span region = regionsAfter.get(sites.indexOf(site));
    List<Formula> formulasBefore =
        inside(before.context().reading().formulas(), Formula::span, site.region());
    List<Formula> formulasAfter =
        inside(after.context().reading().formulas(), Formula::span, region);
    return meant(formulasAfter) >= meant(formulasBefore)
        && (formulasAfter.stream().allMatch(formula -> renders(formula, after))
            || keepsFaults(site, formulasBefore, formulasAfter))
        && inside(after.context().reading().strays(), StrayDelimiter::opener, region).isEmpty()
        && findingsAreMended(site, region)
        && platforms().allMatch(platform -> platform.holds(site, region));
  }

  private boolean findingsAreMended(Site site, Span region) {
    Map<RuleId, Integer> left = new HashMap<>();
    inside(before.diagnostics(), Diagnostic::span, site.region())
        .forEach(diagnostic -> left.merge(diagnostic.rule(), 1, Integer::sum));
    site.candidates().stream()
        .map(Candidate::index)
        .distinct()
        .forEach(index -> left.merge(before.diagnostics().get(index).rule(), -1, Integer::sum));
    inside(after.diagnostics(), Diagnostic::span, region)
        .forEach(diagnostic -> left.merge(diagnostic.rule(), -1, Integer::sum));
    return left.values().stream().allMatch(count -> count >= 0);
  }

  private static long meant(List<Formula> formulas) {
    return formulas.stream().filter(formula -> !formula.isEmpty()).count();
  }

  private static boolean renders(Formula formula, Analysis analysis) {
    return formula.isEmpty() || analysis.context().verdict(formula).isRendered();
  }

  /**
   * Returns whether a site is mended only for platforms, and fails as it did before: a platform can
   * be brought to read a formula that has other faults.
   */
  private boolean keepsFaults(
      Site site, List<Formula> formulasBefore, List<Formula> formulasAfter) {
    return site.candidates().stream()
            .noneMatch(candidate -> candidate.diagnostic().platforms().isEmpty())
        && formulasAfter.stream().filter(formula -> !renders(formula, after)).count()
            <= formulasBefore.stream().filter(formula -> !renders(formula, before)).count();
  }

  static <T> List<T> inside(List<T> all, Function<T, Span> place, Span region) {
    return all.stream().filter(one -> isInside(place.apply(one), region)).toList();
  }

  static <T> List<T> outside(List<T> all, Function<T, Span> place, List<Span> regions) {
    return all.stream()
        .filter(one -> regions.stream().noneMatch(region -> isInside(place.apply(one), region)))
        .toList();
  }

  private static boolean isInside(Span span, Span region) {
    return span.overlaps(region) || span.isEmpty() && region.contains(span);
  }

  /** What must stay the same of a formula outside the sites. */
  private record Fact(MathSource source, Span span, FormulaContext context) {
    static Fact of(Formula formula, Span span) {
      return new Fact(formula.source(), span, formula.context());
    }
  }

  /** What must stay the same of a finding outside the sites. */
  private record Finding(RuleId rule, Severity severity, Span span, String message) {
    static Finding of(Diagnostic diagnostic, Span span) {
      return new Finding(diagnostic.rule(), diagnostic.severity(), span, diagnostic.message());
    }
  }
}
