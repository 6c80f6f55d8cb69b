package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.Verdict;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.MendedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.rules.fault.FaultPlace;
import io.github.formulint.rules.fault.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A formula that renders with KaTeX and not with JLaTeXMath. */
public final class EngineDisagreement implements FormulaRule {

  private static final RuleId ID = new RuleId("engine-disagreement");

  private final List<FormulaRule> others;

  /**
   * Makes the rule.
   *
   * @param others the rules that tell in their own words what is wrong with a formula; it tells
   *     only what they do not
   */
  public EngineDisagreement(List<FormulaRule> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public boolean tellsTheRest() {
    return true;
  }

  @Override
  public boolean canFind(Set<EngineId> engines, boolean hasPlatforms) {
    return engines.contains(EngineId.JLATEXMATH) && engines.size() > 1;
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    Optional<Judgement> judgement = disagreement(formula.verdict());
    if (judgement.isEmpty()) {
      return;
    }
    List<Diagnostic> told = new ArrayList<>();
    others.forEach(rule -> rule.check(formula, told::add));
    MendedFormula mended = MendedFormula.of(formula, told);
    if (mended.isChanged()) {
      judgement = disagreement(formula.context().verdict(mended.source()));
    }
    judgement.map(each -> diagnostic(formula, mended, each)).ifPresent(findings);
  }

  private static Optional<Judgement> disagreement(Verdict verdict) {
    return Judgement.of(verdict)
        .filter(judgement -> judgement.kind() == Judgement.Kind.DISAGREEMENT);
  }

  /** Returns the names of the engines that decide, as their makers write them. */
  static List<String> deciding(Verdict verdict) {
    return verdict.outcomes().entrySet().stream()
        .map(Map.Entry::getKey)
        .filter(engine -> engine != EngineId.JLATEXMATH)
        .map(EngineId::engineName)
        .distinct()
        .toList();
  }

  private static Diagnostic diagnostic(
      JudgedFormula formula, MendedFormula mended, Judgement judgement) {
    String engines = String.join(" and ", deciding(formula.verdict()));
    return new Diagnostic(
        ID,
        Severity.WARNING,
        "this formula renders with " + engines + ", not with " + judgement.engine().displayName(),
        Optional.of(
            "where the document is shown with JLaTeXMath, switching to "
                + engines
                + " mends it; where it already is "
                + engines
                + ", check with --engine "
                + String.join(",", deciding(formula.verdict())).toLowerCase(Locale.ROOT)),
        FaultPlace.of(formula.formula(), judgement.outcome().place().map(mended::original)),
        Optional.of(formula.formula()),
        Optional.of(formula.verdict()),
        List.of());
  }
}
