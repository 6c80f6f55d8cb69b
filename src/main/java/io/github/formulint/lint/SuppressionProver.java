package io.github.formulint.lint;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.fix.Analysis;
import io.github.formulint.fix.FixApplier;
import io.github.formulint.fix.TextEdits;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.rule.RuleNames;
import io.github.formulint.source.SourceFile;
import io.github.formulint.suppression.DocumentShape;
import io.github.formulint.suppression.Placement;
import io.github.formulint.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds places for remarks that suppress the findings of a document, and proves them: with the
 * remarks the document has the same blocks, the same formulas, for each platform asked for as well,
 * and the same findings, of which those are suppressed. For one document and one thread.
 *
 * <p>The remarks of many findings are tried at once; where that changes something, each half of
 * them is tried, so few readings are needed where few places fail. Their number is bounded: what
 * has no place by then is suppressed for the whole file.
 */
final class SuppressionProver {

  /** How often the document is read to find places near the findings. */
  private static final int MOST_TRIALS = 200;

  private final Linter linter;
  private final RuleNames names;
  private final FixApplier.Wanted wanted;
  private final Analysis before;
  private final SourceFile document;
  private final String shape;
  private final List<String> formulas;
  private final Placement placement;
  private final List<Site> settled = new ArrayList<>();
  private int trials;

  SuppressionProver(Linter linter, RuleNames names, FixApplier.Wanted wanted, Analysis before) {
    this.linter = linter;
    this.names = names;
    this.wanted = wanted;
    this.before = before;
    this.document = before.context().document();
    this.shape = DocumentShape.of(document);
    this.formulas = formulas(document);
    this.placement = new Placement(document);
  }

  /** Findings that one remark suppresses, and the ways to write it that are not yet tried. */
  private static final class Site {

    private final List<Diagnostic> findings;
    private final List<List<Edit>> ways;
    private int way;

    Site(List<Diagnostic> findings, List<List<Edit>> ways) {
      this.findings = findings;
      this.ways = ways;
    }

    boolean hasWay() {
      return way < ways.size();
    }

    List<Edit> edits() {
      return ways.get(way);
    }
  }

  /**
   * Returns the document with remarks.
   *
   * @param findings what they are to suppress, in order of place
   * @return the document as it was if no remark can be written without changing more
   */
  SourceFile suppressing(List<Diagnostic> findings) {
    List<Site> left = new ArrayList<>();
    settle(sites(findings, placement::lineOf, placement::besideLine), left);
    List<Diagnostic> without = findings(left);
    left.clear();
    settle(sites(without, placement::blockOf, placement::aroundBlock), left);
    without = findings(left);
    left.clear();
    settle(sites(without, finding -> 0, (line, rules) -> placement.forFile(rules)), left);
    SourceFile after = applied(settled);
    if (isProven(after)) {
      return after;
    }
    // Alone each remark is right, together they are not: one that holds everywhere.
    settled.clear();
    left.clear();
    trials = 0;
    settle(sites(findings, finding -> 0, (line, rules) -> placement.forFile(rules)), left);
    after = applied(settled);
    return isProven(after) ? after : document;
  }

  private static List<Diagnostic> findings(List<Site> sites) {
    return sites.stream().flatMap(site -> site.findings.stream()).toList();
  }

  /** Returns the number of the line, or of the block, that a remark is to be about. */
  private interface Target {
    int of(int place);
  }

  /** Returns the ways to write a remark about a line or block, the best first. */
  private interface Ways {
    List<List<Edit>> of(int target, List<String> rules);
  }

  private static List<Site> sites(List<Diagnostic> findings, Target target, Ways ways) {
    Map<Integer, List<Diagnostic>> byTarget = new TreeMap<>();
    for (Diagnostic each : findings) {
      byTarget.computeIfAbsent(target.of(place(each)), key -> new ArrayList<>()).add(each);
    }
    List<Site> sites = new ArrayList<>();
    byTarget.forEach(
        (line, own) -> {
          TreeSet<String> rules =
              own.stream()
                  .map(each -> each.rule().name())
                  .collect(Collectors.toCollection(TreeSet::new));
          sites.add(new Site(own, ways.of(line, List.copyOf(rules))));
        });
    return sites;
  }

  /** A formula belongs to the line on which it begins. */
  private static int place(Diagnostic finding) {
    return finding.formula().map(Formula::span).orElse(finding.span()).start();
  }

  /** Settles those that change nothing else, and puts the others aside. */
  private void settle(List<Site> sites, List<Site> left) {
    List<Site> tried = new ArrayList<>(sites);
    while (!tried.isEmpty()) {
      tried.stream().filter(site -> !site.hasWay()).forEach(left::add);
      tried.removeIf(site -> !site.hasWay());
      if (tried.isEmpty() || trials >= MOST_TRIALS && tried.size() > 1) {
        left.addAll(tried);
        return;
      }
      if (changesNothing(tried)) {
        settled.addAll(tried);
        return;
      }
      if (tried.size() > 1) {
        int middle = tried.size() / 2;
        settle(tried.subList(0, middle), left);
        settle(tried.subList(middle, tried.size()), left);
        return;
      }
      tried.get(0).way++;
    }
  }

  private SourceFile applied(List<Site> sites) {
    return new TextEdits(edits(sites)).applyTo(document);
  }

  private static List<Edit> edits(List<Site> sites) {
    return sites.stream().flatMap(site -> site.edits().stream()).toList();
  }

  private boolean changesNothing(List<Site> more) {
    trials++;
    List<Site> all = new ArrayList<>(settled);
    all.addAll(more);
    TextEdits edits = new TextEdits(edits(all));
    SourceFile after = edits.applyTo(document);
    Suppressions remarks = Suppressions.of(after);
    for (Site site : more) {
      for (Diagnostic each : site.findings) {
        Formula formula = each.formula().orElse(null);
        int place = edits.shift((formula == null ? each.span() : formula.span())).start();
        if (!remarks.hold(each.rule(), place, names)) {
          return false;
        }
      }
    }
    return DocumentShape.of(after).equals(shape) && formulas(after).equals(formulas);
  }

  /** Returns the formulas as they are meant, and as each platform asked for reads them. */
  private List<String> formulas(SourceFile source) {
    return linter.readings(source).stream()
        .flatMap(reading -> reading.formulas().stream())
        .map(formula -> formula.style() + " " + formula.tex())
        .toList();
  }

  /** Returns whether nothing wanted is left, nothing new is found, and nothing else was lost. */
  private boolean isProven(SourceFile after) {
    Analysis now = linter.analyze(after);
    return described(now).equals(described(before))
        && fates(now).equals(fates(before))
        && wanted.among(after, now.diagnostics()).size()
            < wanted.among(document, before.diagnostics()).size();
  }

  private static List<String> described(Analysis analysis) {
    String text = analysis.context().document().text();
    return analysis.diagnostics().stream()
        .map(
            each ->
                each.rule()
                    + " "
                    + each.platforms()
                    + " "
                    + DocumentShape.withoutRemarks(each.span().of(text)))
        .toList();
  }

  private static List<String> fates(Analysis analysis) {
    List<String> fates = new ArrayList<>();
    for (Comparison each : analysis.context().comparisons()) {
      each.formulas().forEach(formula -> fates.add(each.platform().id() + " " + formula.fate()));
    }
    return fates;
  }
}
