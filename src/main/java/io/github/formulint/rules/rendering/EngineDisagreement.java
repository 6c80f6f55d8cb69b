package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.Verdict;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    Judgement.of(formula.verdict())
        .filter(judgement -> judgement.kind() == Judgement.Kind.DISAGREEMENT)
        .filter(judgement -> others.stream().noneMatch(rule -> tells(rule, formula)))
        .map(judgement -> diagnostic(formula.formula(), formula.verdict(), judgement))
        .ifPresent(findings);
  }

  private static boolean tells(FormulaRule rule, JudgedFormula formula) {
    List<Diagnostic> told = new ArrayList<>();
    rule.check(formula, told::add);
    return !told.isEmpty();
  }

  private static Diagnostic diagnostic(Formula formula, Verdict verdict, Judgement judgement) {
    return new Diagnostic(
        ID,
        Severity.WARNING,
        "this formula renders with "
            + EngineId.KATEX.displayName()
            + ", not with "
            + judgement.engine().displayName(),
        Optional.of(
            "where the document is shown with JLaTeXMath, switching to KaTeX mends it; where it"
                + " already is KaTeX, check with --engine katex"),
        judgement.place(formula),
        Optional.of(formula),
        Optional.of(verdict),
        List.of());
  }
}
