package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;

/** A {@code \tag} in an inline formula, or a second one in the same row. */
public final class MisplacedTag extends DefectRule {

  /** Makes the rule. */
  public MisplacedTag() {
    super("misplaced-tag", Defect.MISPLACED_TAG, Applicability.UNSAFE);
  }

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    if (fault.fault().kind() == TexFault.Kind.SECOND_TAG) {
      return new Finding(
          fault.span(),
          "the formula has more than one `\\tag`",
          "keep one `\\tag`, or put each line into `\\begin{align}…\\end{align}`",
          List.of());
    }
    return new Finding(
        fault.span(),
        "`\\tag` works only in formulas on lines of their own",
        "write the formula between `$$` and `$$` on lines of their own, or take the `\\tag` away",
        asText(formula, fault));
  }

  private static List<Fix> asText(BrokenFormula formula, Fault fault) {
    Token tag = formula.tokenAt(fault.span().start()).orElseThrow().token();
    Optional<Scope> argument = formula.bracedArgument(tag, 0);
    if (argument.isEmpty()) {
      return List.of();
    }
    Span span = argument.get().span();
    Span label = new Span(span.start() + 1, span.end() - 1);
    boolean bare = new Span(tag.span().end(), span.start()).of(formula.tex()).contains("*");
    String text = label.of(formula.judged().tex());
    return List.of(
        BrokenFormula.fix(
            "write the number as text",
            Applicability.UNSAFE,
            formula.edit(
                new Span(tag.span().start(), span.end()),
                "\\qquad\\text{" + (bare ? text : "(" + text + ")") + "}")));
  }
}
