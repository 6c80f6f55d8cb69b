package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.rules.fault.Explanation;
import io.github.formulint.rules.fault.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A formula whose rendering takes too long or too much memory, or was not tried for that reason.
 */
public final class RunawayFormula implements Rule {

  private static final RuleId ID = new RuleId("runaway-formula");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public void check(DocumentContext context, Consumer<Diagnostic> findings) {
    for (Formula formula : context.reading().formulas()) {
      if (formula.isEmpty()) {
        continue;
      }
      Verdict verdict = context.verdict(formula);
      Judgement.of(verdict)
          .flatMap(judgement -> diagnostic(formula, verdict, judgement))
          .ifPresent(findings);
    }
  }

  private static Optional<Diagnostic> diagnostic(
      Formula formula, Verdict verdict, Judgement judgement) {
    if (judgement.outcome() instanceof RenderOutcome.NotTried untried && untried.isSwitchedOff()) {
      return Optional.of(
          untried(
              formula,
              verdict,
              judgement,
              "look at the formula in the program that shows the document"));
    }
    if (judgement.outcome() instanceof RenderOutcome.NotTried untried && untried.lacksTime()) {
      return Optional.of(
          untried(
              formula,
              verdict,
              judgement,
              "run again when less else is running, or allow more time with --max-time"));
    }
    return switch (judgement.kind()) {
      case RUNAWAY ->
          Optional.of(diagnostic(formula, verdict, judgement, Severity.ERROR, "the page may hang"));
      case RUNAWAY_OF_OTHER ->
          Optional.of(
              diagnostic(
                  formula,
                  verdict,
                  judgement,
                  Severity.WARNING,
                  String.join(" and ", EngineDisagreement.deciding(verdict)) + " renders it"));
      case FAILURE, LACK, DISAGREEMENT -> Optional.empty();
    };
  }

  private static Diagnostic untried(
      Formula formula, Verdict verdict, Judgement judgement, String hint) {
    return new Diagnostic(
        ID,
        Severity.WARNING,
        judgement.engine().displayName()
            + " was not tried on this formula: "
            + Explanation.inOneLine(judgement.reason()),
        Optional.of(hint),
        judgement.place(formula),
        Optional.of(formula),
        Optional.of(verdict),
        List.of());
  }

  private static Diagnostic diagnostic(
      Formula formula, Verdict verdict, Judgement judgement, Severity severity, String effect) {
    return new Diagnostic(
        ID,
        severity,
        judgement.engine().displayName() + excess(judgement.outcome()) + "; " + effect,
        Optional.of("look for a macro that calls itself, or for a very large number or length"),
        judgement.place(formula),
        Optional.of(formula),
        Optional.of(verdict),
        List.of());
  }

  private static String excess(RenderOutcome outcome) {
    if (outcome instanceof RenderOutcome.OutOfMemory) {
      return " needs too much memory for this formula";
    }
    return outcome instanceof RenderOutcome.NotTried
        ? " was not tried on this formula, which may take too long"
        : " takes too long over this formula";
  }
}
