package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import java.util.function.Consumer;

/** A rule about some of the parts of {@link FormulaParts}. */
abstract class PartRule implements FormulaRule {

  private final RuleId id;

  PartRule(String name) {
    this.id = new RuleId(name);
  }

  @Override
  public final RuleId id() {
    return id;
  }

  @Override
  public final RuleFamily family() {
    return RuleFamily.CJK;
  }

  @Override
  public final void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    if (FormulaParts.isPlain(formula.tex())) {
      return;
    }
    FormulaParts parts = FormulaParts.of(formula);
    for (Part part : parts.parts()) {
      if (concerns(part)) {
        findings.accept(diagnostic(formula, parts, part));
      }
    }
  }

  /** Returns whether a part is this rule's business. */
  abstract boolean concerns(Part part);

  /** Returns the finding about a part that concerns this rule. */
  abstract Diagnostic diagnostic(JudgedFormula formula, FormulaParts parts, Part part);
}
