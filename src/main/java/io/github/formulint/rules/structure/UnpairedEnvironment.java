package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.rules.fault.EnvironmentEdits;
import io.github.formulint.source.Span;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.ForeignCommands;
import io.github.formulint.tex.Scope;
import java.util.List;
import java.util.Optional;

/** {@code \begin} or {@code \end} without its partner. */
public final class UnpairedEnvironment extends DefectRule {

  /** Makes the rule. */
  public UnpairedEnvironment() {
    super(
        "unpaired-environment",
        Defect.UNPAIRED_ENVIRONMENT,
        Applicability.SAFE,
        Applicability.UNSAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    String name = fault.fault().subject();
    return switch (fault.fault().kind()) {
      case MISMATCHED_END -> mismatch(formula, fault);
      case UNCLOSED_ENVIRONMENT ->
          new Finding(
              nameEnd(formula, fault.span()),
              "`\\begin{" + name + "}` has no `\\end{" + name + "}`",
              "write the missing `\\end{" + name + "}`",
              end(formula, fault));
      default ->
          new Finding(
              nameEnd(formula, fault.span()),
              "`\\end{" + name + "}` has no `\\begin{" + name + "}`",
              "write the missing `\\begin{" + name + "}`, or take the `\\end` away",
              List.of());
    };
  }

  private static Finding mismatch(BrokenFormula formula, Fault fault) {
    Span place = nameEnd(formula, fault.span());
    Optional<Scope> open =
        formula.structure().scopes().stream()
            .filter(scope -> scope.kind() == Scope.Kind.ENVIRONMENT)
            .filter(scope -> scope.span().end() == place.end())
            .findFirst();
    String name = open.flatMap(Scope::environment).orElse("…");
    List<Fix> fixes =
        open
            .flatMap(scope -> EnvironmentEdits.of(formula, scope.span()))
            .map(
                environment ->
                    BrokenFormula.fix(
                        "write `\\end{" + name + "}`",
                        isKnown(fault.fault().subject())
                            ? Applicability.UNSAFE
                            : Applicability.SAFE,
                        environment.renameEnd()))
            .stream()
            .toList();
    return new Finding(
        place,
        "`\\begin{" + name + "}` is closed by `\\end{" + fault.fault().subject() + "}`",
        "close it with `\\end{" + name + "}`",
        fixes);
  }

  private static boolean isKnown(String environment) {
    return CommandTable.katex().findEnvironment(environment).isPresent()
        || ForeignCommands.findEnvironment(environment).isPresent();
  }

  /** Returns {@code \begin} or {@code \end} with its name. */
  private static Span nameEnd(BrokenFormula formula, Span command) {
    return formula.structure().scopes().stream()
        .filter(scope -> scope.kind() == Scope.Kind.ARGUMENT && scope.index() == 0)
        .filter(scope -> scope.owner().filter(o -> o.span().equals(command)).isPresent())
        .findFirst()
        .map(scope -> new Span(command.start(), scope.span().end()))
        .orElse(command);
  }

  private static List<Fix> end(BrokenFormula formula, Fault fault) {
    boolean isAtEnd = fault.fault().noticedAt().start() == formula.tex().length();
    if (!isAtEnd) {
      return List.of();
    }
    Span place = formula.insertionBefore(formula.tex().length());
    String newline = formula.tex().contains("\n") ? "\n" : "";
    return newline.isEmpty()
        ? List.of(
            BrokenFormula.fix(
                "end it at the end of the formula",
                Applicability.UNSAFE,
                formula.edit(place, "\\end{" + fault.fault().subject() + "}")))
        : List.of(
            BrokenFormula.fix(
                "end it at the end of the formula",
                Applicability.UNSAFE,
                formula.edit(place, " \\end{" + fault.fault().subject() + "}")));
  }
}
