package io.github.formulint.rules.rendering;

import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import io.github.formulint.tex.ForeignCommand;
import io.github.formulint.tex.ForeignCommands;
import io.github.formulint.tex.Token;

/** A command of LaTeX, one of its packages or another engine that KaTeX lacks. */
public final class UnsupportedCommand extends DefectRule {

  /** Makes the rule. */
  public UnsupportedCommand() {
    super("unsupported-command", Defect.UNSUPPORTED_COMMAND);
  }

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    Token token = formula.tokenAt(fault.span().start()).orElseThrow().token();
    ForeignCommand known = ForeignCommands.find(token.name()).orElseThrow();
    return new Finding(
        fault.span(),
        "KaTeX has no command `" + token.name() + "`",
        hint(known),
        ForeignCommandFix.of(formula, token, known).stream().toList());
  }

  private static String hint(ForeignCommand known) {
    String instead = Explanation.alternatives(known.replacements());
    if (instead.isEmpty()) {
      return known.note();
    }
    int colon = known.note().indexOf(": ");
    String example = colon < 0 ? "" : known.note().substring(colon + 2);
    return "write " + instead + " instead" + (example.isEmpty() ? "" : ", as in `" + example + "`");
  }
}
