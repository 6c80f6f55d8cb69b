package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import io.github.formulint.tex.CommandSuggestions;
import io.github.formulint.tex.CommandTable;
import java.util.List;
import java.util.Optional;

/** A command that KaTeX does not know, and that is not known from elsewhere either. */
public final class UndefinedCommand extends DefectRule {

  /** Makes the rule. */
  public UndefinedCommand() {
    super("undefined-command", Defect.UNDEFINED_COMMAND, Applicability.UNSAFE);
  }

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    String name = fault.fault().subject();
    Optional<Integer> defined =
        formula.judged().context().definitionBefore(name, formula.judged().formula());
    if (defined.isPresent()) {
      int line = formula.judged().context().document().lines().position(defined.get()).line();
      return new Finding(
          fault.span(),
          "`"
              + name
              + "` is not known here: the formula in line "
              + line
              + " that defines it stands by itself",
          "write what `" + name + "` stands for, or define it in this formula, too",
          List.of());
    }
    if (CommandTable.katex().find(name).isPresent()) {
      return new Finding(
          fault.span(),
          formula.engine().displayName() + " does not know `" + name + "`",
          "write it with commands that it knows",
          List.of());
    }
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
