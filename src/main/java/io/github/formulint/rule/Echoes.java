package io.github.formulint.rule;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells causes from consequences: a finding that is gone once another one of its formula is mended
 * is an echo of that one. Stateless and thread-safe.
 *
 * <p>The findings are mended in memory one after another, in the order of their places, and what is
 * no longer found behind them is left out; then the same from the end, each by itself, for what
 * stands before its cause. A mending that leaves its own finding, or makes new ones, says nothing.
 */
public final class Echoes {

  /** How many mendings of one formula are tried, each of which reads and judges it once. */
  private static final int MOST_MENDINGS = 12;

  /** How many characters of TeX are read and judged for the mendings of one formula. */
  private static final int MOST_CHARACTERS = 6_000;

  /** A formula with more findings is more than one mistake, and mending each takes long. */
  private static final int MOST_FINDINGS = 12;

  private final JudgedFormula formula;
  private final List<FormulaRule> rules;
  private final List<Diagnostic> all;
  private final List<Diagnostic> standing;
  private int left;

  private Echoes(JudgedFormula formula, List<FormulaRule> rules, List<Diagnostic> findings) {
    this.formula = formula;
    this.rules = rules;
    this.all = findings;
    this.left = Math.min(MOST_MENDINGS, MOST_CHARACTERS / Math.max(1, formula.tex().length()));
    this.standing = new ArrayList<>(findings);
    // At one place the longer one says more: a whole name, and not its first letters.
    standing.sort(
        Comparator.<Diagnostic>comparingInt(finding -> finding.span().start())
            .thenComparing(finding -> finding.span().end(), Comparator.reverseOrder()));
  }

  /**
   * Returns findings of one formula without those that only echo another one.
   *
   * @param formula the formula
   * @param findings what the rules say of it, in order of place
   * @param rules the rules that said so
   */
  public static List<Diagnostic> without(
      JudgedFormula formula, List<Diagnostic> findings, List<FormulaRule> rules) {
    if (findings.size() < 2 || findings.size() > MOST_FINDINGS || formula.verdict().isRendered()) {
      return findings;
    }
    Echoes echoes = new Echoes(formula, rules, findings);
    echoes.removeBehindCauses();
    echoes.removeBeforeCauses();
    echoes.removeProse();
    return findings.stream().filter(echoes.standing::contains).toList();
  }

  /** Removes what is said of the letters of prose that stands in the formula by mistake. */
  private void removeProse() {
    boolean isProse =
        standing.stream()
            .anyMatch(finding -> finding.fixes().isEmpty() && rule(finding).tellsProse());
    if (isProse) {
      standing.removeIf(
          finding ->
              finding.severity() == Severity.WARNING && rule(finding).family() == RuleFamily.CJK);
    }
  }

  private FormulaRule rule(Diagnostic finding) {
    return rules.stream()
        .filter(rule -> rule.id().equals(finding.rule()))
        .findFirst()
        .orElseThrow();
  }

  private void removeBehindCauses() {
    List<Diagnostic> mended = new ArrayList<>();
    for (int i = 0; i + 1 < standing.size() && left > 0; i++) {
      mended.add(standing.get(i));
      if (!remove(mended, standing.subList(i + 1, standing.size()))) {
        mended.remove(mended.size() - 1);
      }
    }
  }

  private void removeBeforeCauses() {
    for (int i = standing.size() - 1; i > 0 && left > 0; i = Math.min(i, standing.size()) - 1) {
      remove(List.of(standing.get(i)), standing.subList(0, i));
    }
  }

  /**
   * Removes those of some findings that are gone when others are mended.
   *
   * @return whether that mends the others and breaks nothing
   */
  private boolean remove(List<Diagnostic> mended, List<Diagnostic> others) {
    MendedFormula mending = MendedFormula.of(formula, mended);
    if (!mending.isChanged() || mended.get(mended.size() - 1).fixes().isEmpty()) {
      return false;
    }
    left--;
    List<Diagnostic> found = new ArrayList<>();
    JudgedFormula judged = mending.judged();
    rules.forEach(rule -> rule.check(judged, found::add));
    boolean isMended =
        mended.stream().noneMatch(finding -> isAmong(finding, found))
            && found.stream().allMatch(finding -> isAmong(finding, all));
    if (isMended) {
      // What the same rule tells was written as often; one mending may hide the rest of it.
      RuleId last = mended.get(mended.size() - 1).rule();
      others.removeIf(
          finding ->
              finding.severity() == Severity.ERROR
                  && !finding.rule().equals(last)
                  && !isAmong(finding, found));
    }
    return isMended;
  }

  private static boolean isAmong(Diagnostic finding, List<Diagnostic> others) {
    RuleId rule = finding.rule();
    return others.stream()
        .anyMatch(other -> other.rule().equals(rule) && touch(other.span(), finding.span()));
  }

  private static boolean touch(Span one, Span other) {
    return one.start() <= other.end() && other.start() <= one.end();
  }
}
