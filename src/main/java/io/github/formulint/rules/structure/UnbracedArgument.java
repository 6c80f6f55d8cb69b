package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.rules.fault.Explanation;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command as a script, argument or the like that TeX takes only in braces there. */
public final class UnbracedArgument extends DefectRule {

  /** Makes the rule. */
  public UnbracedArgument() {
    super("unbraced-argument", Defect.UNBRACED_ARGUMENT, Applicability.SAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    PlacedToken command = formula.tokenAt(fault.span().start()).orElseThrow();
    Span extent = extent(formula, command);
    String owner = formula.previous(fault.span().start()).map(PlacedToken::text).orElse("^");
    String braced = "{" + extent.of(formula.tex()) + "}";
    boolean isSwitch = isSwitch(command);
    boolean isWhole = !isSwitch || extent.length() > command.span().length();
    return new Finding(
        fault.span(),
        what(owner) + " `" + command.text() + "` needs braces",
        isWhole
            ? "write `" + owner + Explanation.inOneLine(braced) + "`"
            : "put braces around it and what it works on: `"
                + owner
                + "{"
                + command.text()
                + " …}`",
        isWhole
            ? List.of(
                BrokenFormula.fix(
                    "put braces around it",
                    Applicability.SAFE,
                    formula.edit(Span.at(extent.start()), "{"),
                    formula.edit(Span.at(extent.end()), "}")))
            : List.of());
  }

  private static String what(String owner) {
    return switch (owner) {
      case "_" -> "the subscript";
      case "^" -> "the superscript";
      default -> "the argument";
    };
  }

  /** A command that changes all behind it, such as {@code \rm}, is meant for the group behind. */
  private static Span extent(BrokenFormula formula, PlacedToken command) {
    Span extent = formula.extent(command.token());
    Optional<PlacedToken> group =
        formula
            .next(extent.end())
            .filter(token -> token.token().kind() == Token.Kind.BEGIN_GROUP)
            .filter(token -> extent.equals(command.span()) && isSwitch(command));
    return group.map(token -> new Span(extent.start(), token.scope().span().end())).orElse(extent);
  }

  private static boolean isSwitch(PlacedToken command) {
    return CommandTable.katex()
        .find(command.text())
        .filter(each -> each.kind() == Command.Kind.FUNCTION && !each.takesArguments())
        .filter(each -> Set.of("font", "styling", "sizing").contains(each.detail()))
        .isPresent();
  }
}
