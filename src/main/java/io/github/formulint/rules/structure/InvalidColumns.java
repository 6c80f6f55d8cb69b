package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;

/** Columns of an {@code array} or the like that are missing or not understood. */
public final class InvalidColumns extends DefectRule {

  /** Makes the rule. */
  public InvalidColumns() {
    super("invalid-columns", Defect.INVALID_COLUMNS, Applicability.UNSAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    Optional<Scope> environment =
        formula
            .tokenAt(fault.span().start())
            .flatMap(token -> token.scope().enclosing(Scope.Kind.ENVIRONMENT));
    String name = environment.flatMap(Scope::environment).orElse("array");
    Optional<Scope> argument =
        environment.flatMap(Scope::owner).flatMap(begin -> columnsOf(formula, begin));
    if (argument.filter(Scope::isBraced).isPresent()
        || argument.isEmpty()
        || !name.contains("arr")) {
      return new Finding(
          fault.span(),
          "`" + fault.fault().subject() + "` says nothing about how to align a column",
          "use `l`, `c` or `r` for each column: `\\begin{" + name + "}{lcr}`",
          List.of());
    }
    Span begin = new Span(environment.get().span().start(), argument.get().span().start());
    String columns = "c".repeat(columns(formula, environment.get()));
    Span place =
        isTakenForList(formula, environment.get(), argument.get())
            ? argument.get().span()
            : formula.insertionBefore(begin.end());
    return new Finding(
        new Span(begin.start(), formula.insertionBefore(begin.end()).end()),
        "`\\begin{" + name + "}` does not say how its columns are aligned",
        "use `l`, `c` or `r` for each column: `\\begin{" + name + "}{" + columns + "}`",
        List.of(
            BrokenFormula.fix(
                "centre all columns",
                Applicability.UNSAFE,
                formula.edit(place, "{" + columns + "}"))));
  }

  /** Returns what stands where the columns are due: the second argument of {@code \begin}. */
  private static Optional<Scope> columnsOf(BrokenFormula formula, Token begin) {
    return formula.structure().scopes().stream()
        .filter(scope -> scope.kind() == Scope.Kind.ARGUMENT)
        .filter(scope -> scope.owner().filter(begin::equals).isPresent())
        .skip(1)
        .findFirst();
  }

  /**
   * Returns whether {@code \\\\} or {@code &} stands where the list got lost: with the list before
   * it, the first row or its first cell would be empty.
   */
  private static boolean isTakenForList(BrokenFormula formula, Scope environment, Scope argument) {
    String text = argument.span().of(formula.tex());
    if (text.equals("\\\\")) {
      return true;
    }
    int first = 0;
    int most = 0;
    for (Scope scope : formula.structure().scopes()) {
      if (scope.kind() == Scope.Kind.CELL && scope.owner().equals(environment.owner())) {
        first = scope.row() == 0 ? Math.max(first, scope.index() + 1) : first;
        most = Math.max(most, scope.index() + 1);
      }
    }
    return text.equals("&") && first == most;
  }

  private static int columns(BrokenFormula formula, Scope environment) {
    return 1
        + formula.structure().scopes().stream()
            .filter(scope -> scope.kind() == Scope.Kind.CELL)
            .filter(scope -> scope.owner().equals(environment.owner()))
            .mapToInt(Scope::index)
            .max()
            .orElse(0);
  }
}
