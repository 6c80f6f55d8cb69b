package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;

/** A second superscript or subscript on the same base. */
public final class DoubleScript extends DefectRule {

  /** Makes the rule. */
  public DoubleScript() {
    super("double-script", Defect.DOUBLE_SCRIPT, Applicability.UNSAFE);
  }

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    boolean up = fault.fault().kind() == TexFault.Kind.DOUBLE_SUPERSCRIPT;
    String sign = fault.fault().subject();
    if (sign.equals("'")) {
      return new Finding(
          fault.span(),
          "a prime stands behind a superscript",
          "put the prime before the superscript: `x'^2`",
          primeFirst(formula, fault));
    }
    return new Finding(
        fault.span(),
        up ? "two superscripts stand on one base" : "two subscripts stand on one base",
        "use braces to say what belongs to what: `x"
            + sign
            + "{a"
            + sign
            + "b}` or `{x"
            + sign
            + "a}"
            + sign
            + "b`",
        nested(formula, fault));
  }

  /** Takes the second script as one of the first: {@code a_i_j} becomes {@code a_{i_j}}. */
  private static List<Fix> nested(BrokenFormula formula, Fault fault) {
    Optional<Scope> first = firstScript(formula, fault);
    Optional<Scope> second =
        formula.structure().scopes().stream()
            .filter(scope -> scope.kind() == Scope.Kind.SCRIPT)
            .filter(scope -> isOwnedAt(scope, fault.span()))
            .findFirst();
    if (first.isEmpty()
        || second.isEmpty()
        || first.get().span().isEmpty()
        || second.get().span().isEmpty()
        || isInName(formula, fault.span())) {
      return List.of();
    }
    Span inner = first.get().span();
    Edit opening = formula.edit(Span.at(inner.start()), "{");
    if (first.get().isBraced()) {
      opening = formula.edit(new Span(inner.end() - 1, inner.end()), "");
    }
    return List.of(
        BrokenFormula.fix(
            "make the second one belong to the first",
            Applicability.UNSAFE,
            opening,
            formula.edit(Span.at(second.get().span().end()), "}")));
  }

  private static boolean isOwnedAt(Scope scope, Span span) {
    return scope.owner().filter(owner -> owner.span().equals(span)).isPresent();
  }

  /** Returns the script that ends right before the second one. */
  private static Optional<Scope> firstScript(BrokenFormula formula, Fault fault) {
    return formula
        .previous(fault.span().start())
        .flatMap(token -> token.scope().enclosing(Scope.Kind.SCRIPT))
        .filter(scope -> scope.span().end() <= fault.span().start())
        .filter(
            scope ->
                scope
                    .owner()
                    .filter(owner -> owner.text().equals(fault.fault().subject()))
                    .isPresent());
  }

  /** Whether the signs join the words of a name, such as {@code SUM_N_MAX}. */
  private static boolean isInName(BrokenFormula formula, Span sign) {
    String tex = formula.tex();
    boolean before =
        sign.start() > 1
            && Character.isLetterOrDigit(tex.charAt(sign.start() - 1))
            && Character.isLetterOrDigit(tex.charAt(sign.start() - 2));
    boolean behind =
        sign.end() + 1 < tex.length()
            && Character.isLetterOrDigit(tex.charAt(sign.end()))
            && Character.isLetterOrDigit(tex.charAt(sign.end() + 1));
    return before || behind;
  }

  private static List<Fix> primeFirst(BrokenFormula formula, Fault fault) {
    Optional<Span> superscript =
        formula
            .previous(fault.span().start())
            .flatMap(token -> token.scope().enclosing(Scope.Kind.SCRIPT))
            .filter(scope -> scope.span().end() <= fault.span().start())
            .flatMap(Scope::owner)
            .filter(owner -> owner.text().equals("^"))
            .map(Token::span);
    return superscript
        .map(
            sign ->
                BrokenFormula.fix(
                    "put the prime before the superscript",
                    Applicability.UNSAFE,
                    formula.edit(Span.at(sign.start()), "'"),
                    formula.edit(fault.span(), "")))
        .stream()
        .toList();
  }
}
