package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import io.github.formulint.source.Span;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.TexStructure;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code %} that makes a comment of what readers should see. */
public final class SwallowingComment extends DefectRule {

  /** Makes the rule. */
  public SwallowingComment() {
    super("swallowing-comment", Defect.SWALLOWING_COMMENT);
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    if (formula.verdict().isRendered()) {
      silent(formula).ifPresent(findings);
    } else {
      super.check(formula, findings);
    }
  }

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    return new Finding(
        fault.span(),
        "the `%` makes a comment of all behind it, with what the formula needs",
        "write `\\%` for the character",
        List.of(escape(formula.judged(), formula.previous(fault.span().start()), fault.span())));
  }

  /** A formula in one line that ends within a comment renders, without the comment. */
  private Optional<Diagnostic> silent(JudgedFormula formula) {
    if (formula.tex().indexOf('%') < 0 || formula.tex().strip().contains("\n")) {
      return Optional.empty();
    }
    TexStructure structure = TexStructure.of(formula.formula().source());
    Optional<Span> percent =
        structure
            .unfinishedComment()
            .map(comment -> Span.at(comment.span().start()))
            .map(start -> new Span(start.start(), start.start() + 1));
    return percent
        .filter(span -> !formula.tex().substring(0, span.start()).isBlank())
        .map(
            span ->
                formula.diagnostic(
                    id(),
                    Severity.ERROR,
                    "the `%` makes a comment of all behind it; readers do not see it",
                    Optional.of("write `\\%` for the character"),
                    span,
                    List.of(escape(formula, before(structure, span), span))));
  }

  private static Optional<PlacedToken> before(TexStructure structure, Span span) {
    return structure.tokens().stream()
        .filter(token -> token.span().end() <= span.start() && !token.token().isBlank())
        .reduce((first, second) -> second);
  }

  /** A percent sign behind a number is one. */
  private static Fix escape(JudgedFormula formula, Optional<PlacedToken> before, Span percent) {
    boolean behindNumber =
        before.filter(token -> Character.isDigit(token.text().charAt(0))).isPresent();
    return BrokenFormula.fix(
        "write `\\%`",
        behindNumber ? Applicability.SAFE : Applicability.UNSAFE, formula.edit(percent, "\\%"));
  }
}
