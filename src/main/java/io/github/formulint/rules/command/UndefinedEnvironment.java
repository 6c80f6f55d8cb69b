package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.rules.fault.EnvironmentEdits;
import io.github.formulint.rules.fault.Explanation;
import io.github.formulint.tex.CommandSuggestions;
import java.util.List;

/** An environment that KaTeX does not know, and that is not known from elsewhere either. */
public final class UndefinedEnvironment extends DefectRule {

  /** Makes the rule. */
  public UndefinedEnvironment() {
    super("undefined-environment", Defect.UNDEFINED_ENVIRONMENT, Applicability.UNSAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    String name = fault.fault().subject();
    List<String> suggestions = CommandSuggestions.nearestEnvironments(name);
    List<Fix> fixes = List.of();
    if (suggestions.size() == 1) {
      fixes =
          EnvironmentEdits.of(formula, fault.span())
              .map(
                  edits ->
                      BrokenFormula.fix(
                          "write `" + suggestions.get(0) + "`",
                          Applicability.UNSAFE,
                          edits.rename(suggestions.get(0))))
              .stream()
              .toList();
    }
    return new Finding(
        fault.span(),
        "`\\begin{" + name + "}` names an environment that is not known",
        Explanation.didYouMean(suggestions).orElse(""),
        fixes);
  }
}
