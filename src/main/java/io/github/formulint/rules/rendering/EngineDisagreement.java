package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.Verdict;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A formula that renders with KaTeX and not with JLaTeXMath. */
public final class EngineDisagreement implements Rule {

  private static final RuleId ID = new RuleId("engine-disagreement");

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
          .filter(judgement -> judgement.kind() == Judgement.Kind.DISAGREEMENT)
          .map(judgement -> diagnostic(formula, verdict, judgement))
          .ifPresent(findings);
    }
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
