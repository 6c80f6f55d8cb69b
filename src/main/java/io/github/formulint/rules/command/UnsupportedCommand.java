package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.rules.fault.Explanation;
import io.github.formulint.tex.ForeignCommand;
import io.github.formulint.tex.ForeignCommands;
import io.github.formulint.tex.Token;
import java.util.Optional;

/** A command of LaTeX, one of its packages or another engine that KaTeX lacks. */
public final class UnsupportedCommand extends DefectRule {

  /** Makes the rule. */
  public UnsupportedCommand() {
    super(
        "unsupported-command",
        Defect.UNSUPPORTED_COMMAND,
        Applicability.SAFE,
        Applicability.UNSAFE,
        Applicability.DISPLAY_ONLY);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    Token token = formula.tokenAt(fault.span().start()).orElseThrow().token();
    ForeignCommand known = ForeignCommands.find(token.name()).orElseThrow();
    Optional<Finding> defined =
        UndefinedCommand.definedElsewhere(formula, fault.span(), token.name());
    if (defined.isPresent()) {
      return defined.get();
    }
    return new Finding(
        fault.span(),
        formula.engine().engineName() + " has no command `" + token.name() + "`",
        ForeignCommandFix.isSilent(known) ? "take it away: " + hint(known) : hint(known),
        ForeignCommandFix.of(formula, token, known).stream().toList());
  }

  private static String hint(ForeignCommand known) {
    int colon = known.note().indexOf(": ");
    String advice = colon < 0 ? "" : known.note().substring(colon + 2);
    if (advice.isEmpty()) {
      String instead = Explanation.alternatives(known.replacements());
      return instead.isEmpty() ? known.note() : "write " + instead + " instead";
    }
    return advice.contains("\\") ? "write it as in `" + advice + "`" : advice;
  }
}
