package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A second superscript or subscript on the same base. */
public final class DoubleScript extends DefectRule {

  /** Makes the rule. */
  public DoubleScript() {
    super("double-script", Defect.DOUBLE_SCRIPT, Applicability.UNSAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    boolean up = fault.fault().kind() == TexFault.Kind.DOUBLE_SUPERSCRIPT;
    String sign = fault.fault().subject();
    if (sign.equals("'")) {
      return new Finding(
          fault.span(),
          "a prime stands behind a superscript",
          "put the prime before the superscript: `x'^2`",
          primeFirst(formula, fault));
    }
    Optional<Span> primes = up ? primesBefore(formula, fault) : Optional.empty();
    if (primes.isPresent()) {
      return new Finding(
          fault.span(),
          "a superscript stands behind a prime and a subscript",
          "put braces around the letter and its prime: `{x'}_a^b`; or write `x_a^{\\prime b}`",
          primed(formula, fault, primes.get()));
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

  /** Returns the primes of {@code x'_a^b}, where the subscript stands between. */
  private static Optional<Span> primesBefore(BrokenFormula formula, Fault fault) {
    Optional<Integer> sign =
        formula
            .previous(fault.span().start())
            .flatMap(token -> token.scope().enclosing(Scope.Kind.SCRIPT))
            .filter(scope -> scope.span().end() <= fault.span().start())
            .flatMap(Scope::owner)
            .filter(owner -> owner.text().equals("_"))
            .map(owner -> owner.span().start());
    return sign.flatMap(end -> formula.previous(end).map(last -> last.span().end()))
        .map(
            end -> {
              int start = end;
              while (start > 0 && formula.tex().charAt(start - 1) == '\'') {
                start--;
              }
              return new Span(start, end);
            })
        .filter(primes -> !primes.isEmpty());
  }

  private static List<Fix> primed(BrokenFormula formula, Fault fault, Span primes) {
    List<Fix> fixes = new ArrayList<>();
    formula
        .previous(primes.start())
        .flatMap(last -> base(last))
        .ifPresent(
            base ->
                fixes.add(
                    BrokenFormula.fix(
                        "put braces around the letter and its prime",
                        Applicability.UNSAFE,
                        formula.edit(Span.at(base.start()), "{"),
                        formula.edit(Span.at(primes.end()), "}"))));
    formula.structure().scopes().stream()
        .filter(scope -> scope.kind() == Scope.Kind.SCRIPT && isOwnedAt(scope, fault.span()))
        .findFirst()
        .filter(scope -> scope.isBraced() || scope.span().length() == 1)
        .ifPresent(
            scope -> {
              String prime = "\\prime".repeat(primes.length());
              Span inner = scope.span();
              List<Edit> edits = new ArrayList<>(List.of(formula.edit(primes, "")));
              if (scope.isBraced()) {
                edits.add(formula.edit(Span.at(inner.start() + 1), prime + " "));
              } else {
                edits.add(formula.edit(Span.at(inner.start()), "{" + prime + " "));
                edits.add(formula.edit(Span.at(inner.end()), "}"));
              }
              fixes.add(
                  new Fix("write the prime into the superscript", Applicability.UNSAFE, edits));
            });
    return fixes;
  }

  /** Returns the letter, command or group that ends with a token. */
  private static Optional<Span> base(PlacedToken last) {
    if (last.token().kind() != Token.Kind.END_GROUP) {
      boolean single = last.token().isCommand() || last.token().kind() == Token.Kind.CHARACTER;
      return Optional.of(last.span()).filter(span -> single);
    }
    Scope scope = last.scope();
    return switch (scope.kind()) {
      case GROUP -> Optional.of(scope.span());
      case ARGUMENT -> scope.owner().map(o -> new Span(o.span().start(), last.span().end()));
      default -> Optional.empty();
    };
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
