package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import io.github.formulint.tex.CommandSuggestions;
import java.util.List;

/** A command that KaTeX does not know, and that is not known from elsewhere either. */
public final class UndefinedCommand extends DefectRule {

  /** Makes the rule. */
  public UndefinedCommand() {
    super("undefined-command", Defect.UNDEFINED_COMMAND, Applicability.UNSAFE);
  }

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    String name = fault.fault().subject();
    List<String> suggestions = CommandSuggestions.nearest(name);
    List<Fix> fixes = List.of();
    if (suggestions.size() == 1) {
      String meant = suggestions.get(0);
      fixes =
          List.of(
              BrokenFormula.fix(
                  "write `" + meant + "`",
                  Applicability.UNSAFE,
                  formula.edit(fault.span(), meant)));
    }
    return new Finding(
        fault.span(),
        "`" + name + "` is not a known command",
        Explanation.didYouMean(suggestions).orElse(""),
        fixes);
  }
}
