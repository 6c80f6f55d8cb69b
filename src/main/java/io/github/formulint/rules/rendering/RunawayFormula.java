package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.render.Verdict;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A formula whose rendering does not come to an end in reasonable time. */
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
    return switch (judgement.kind()) {
      case RUNAWAY ->
          Optional.of(
              diagnostic(
                  formula,
                  verdict,
                  judgement,
                  Severity.ERROR,
                  " does not come to an end with this formula; the page may hang"));
      case RUNAWAY_OF_OTHER ->
          Optional.of(
              diagnostic(
                  formula,
                  verdict,
                  judgement,
                  Severity.WARNING,
                  " does not come to an end with this formula; KaTeX renders it"));
      case FAILURE, DISAGREEMENT -> Optional.empty();
    };
  }

  private static Diagnostic diagnostic(
      Formula formula, Verdict verdict, Judgement judgement, Severity severity, String effect) {
    return new Diagnostic(
        ID,
        severity,
        judgement.engine().displayName() + effect,
        Optional.of("look for a macro that calls itself, or for a very large number or length"),
        judgement.place(formula),
        Optional.of(formula),
        Optional.of(verdict),
        List.of());
  }
}
