package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A formula that KaTeX refuses; or, where KaTeX was not asked or cannot run, one that JLaTeXMath
 * refuses.
 */
public final class RenderFailure implements Rule {

  private static final RuleId ID = new RuleId("render-failure");

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
          .filter(judgement -> judgement.kind() == Judgement.Kind.FAILURE)
          .map(judgement -> diagnostic(context.document(), formula, verdict, judgement))
          .ifPresent(findings);
    }
  }

  private static Diagnostic diagnostic(
      SourceFile document, Formula formula, Verdict verdict, Judgement judgement) {
    Span place = judgement.place(formula);
    Explanation explanation = explanation(judgement, place.of(document.text()));
    return new Diagnostic(
        ID,
        Severity.ERROR,
        explanation.cause() + "; " + effect(judgement.engine()),
        explanation.hint(),
        place,
        Optional.of(formula),
        Optional.of(verdict),
        List.of());
  }

  private static Explanation explanation(Judgement judgement, String found) {
    if (judgement.outcome() instanceof RenderOutcome.Crashed) {
      return new Explanation(
          judgement.engine().displayName() + " breaks down over this formula",
          Optional.of("make it smaller or simpler"));
    }
    return Explanation.of(judgement.reason(), judgement.engine(), found);
  }

  /** Returns what the reader of the page sees; KaTeX shows the source in red by default. */
  private static String effect(EngineId engine) {
    return switch (engine) {
      case KATEX -> "readers see red source text instead of the formula";
      case JLATEXMATH -> "readers see no formula";
    };
  }
}
