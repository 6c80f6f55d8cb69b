package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.rules.fault.EnvironmentEdits;
import io.github.formulint.rules.fault.Explanation;
import io.github.formulint.source.Span;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.ForeignCommand;
import io.github.formulint.tex.ForeignCommands;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An environment of LaTeX or one of its packages that KaTeX lacks. */
public final class UnsupportedEnvironment extends DefectRule {

  /** Environments that differ from what stands for them only in spacing or in numbers. */
  private static final Set<String> ALIKE =
      Set.of(
          "aligned*",
          "displaymath",
          "eqnarray",
          "eqnarray*",
          "flalign",
          "flalign*",
          "gathered*",
          "split*");

  /** Makes the rule. */
  public UnsupportedEnvironment() {
    super(
        "unsupported-environment",
        Defect.UNSUPPORTED_ENVIRONMENT,
        Applicability.SAFE,
        Applicability.UNSAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    String name = fault.fault().subject();
    ForeignCommand known = ForeignCommands.findEnvironment(name).orElseThrow();
    return new Finding(
        fault.span(),
        formula.engine().engineName() + " has no environment `" + name + "`",
        hint(known),
        EnvironmentEdits.of(formula, fault.span())
            .flatMap(environment -> fix(formula, environment, known))
            .stream()
            .toList());
  }

  private static String hint(ForeignCommand known) {
    String instead = Explanation.alternatives(known.replacements());
    return instead.isEmpty() ? known.note() : "use " + instead + " instead";
  }

  private static Optional<Fix> fix(
      BrokenFormula formula, EnvironmentEdits environment, ForeignCommand known) {
    Optional<String> name =
        known.replacements().stream().filter(each -> fits(each, formula, environment)).findFirst();
    if (name.isEmpty() || !known.arguments().isEmpty() || known.name().contains("cases")) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(List.of(environment.rename(name.get())));
    boolean alike = ALIKE.contains(known.name());
    if (known.name().startsWith("eqnarray")) {
      List<Span> second = secondSigns(formula, environment);
      alike = second.size() == rowsWithThird(environment);
      second.forEach(sign -> edits.add(formula.edit(sign, "")));
    }
    return Optional.of(
        new Fix(
            "use `" + name.get() + "`", alike ? Applicability.SAFE : Applicability.UNSAFE, edits));
  }

  /** Environments for lines of their own are taken neither inline nor within others. */
  private static boolean fits(String name, BrokenFormula formula, EnvironmentEdits environment) {
    boolean displayOnly =
        CommandTable.katex().findEnvironment(name).filter(each -> each.displayOnly()).isPresent();
    boolean display = formula.judged().formula().style() == MathStyle.DISPLAY;
    boolean outermost =
        environment
            .scope()
            .parent()
            .filter(parent -> parent.kind() == Scope.Kind.FORMULA)
            .isPresent();
    return !displayOnly || display && outermost;
  }

  /**
   * {@code eqnarray} puts the sign of relation into a column of its own: {@code a &=& b}. Returns
   * the second sign of each row that has three columns.
   */
  private static List<Span> secondSigns(BrokenFormula formula, EnvironmentEdits environment) {
    return environment.cells().stream()
        .filter(cell -> cell.index() == 1 && hasThird(environment, cell.row()))
        .filter(cell -> cell.span().of(formula.tex()).strip().length() <= MOST_OF_A_RELATION)
        .map(cell -> new Span(cell.span().end(), cell.span().end() + 1))
        .toList();
  }

  private static final int MOST_OF_A_RELATION = 12;

  private static boolean hasThird(EnvironmentEdits environment, int row) {
    return environment.cells().stream().anyMatch(cell -> cell.row() == row && cell.index() == 2);
  }

  private static long rowsWithThird(EnvironmentEdits environment) {
    return environment.cells().stream().filter(cell -> cell.index() == 2).count()
        + environment.cells().stream().filter(cell -> cell.index() > 2).count();
  }
}
