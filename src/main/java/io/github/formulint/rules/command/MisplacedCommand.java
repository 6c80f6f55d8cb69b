package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Mode;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import java.util.List;

/** A command of mathematics in text, or one of text in mathematics. */
public final class MisplacedCommand extends DefectRule {

  /** Makes the rule. */
  public MisplacedCommand() {
    super("misplaced-command", Defect.MISPLACED_COMMAND, Applicability.SAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    PlacedToken command = formula.tokenAt(fault.span().start()).orElseThrow();
    if (command.mode() == Mode.TEXT) {
      return new Finding(
          fault.span(),
          "`" + command.text() + "` is mathematics and stands in text",
          "end the text before it, as in `\\text{if }\\alpha`",
          split(formula, command));
    }
    Span extent = formula.extent(command.token());
    return new Finding(
        fault.span(),
        "`" + command.text() + "` works only in text",
        "put it into `\\text{…}`",
        List.of(
            BrokenFormula.fix(
                "put it into `\\text{…}`",
                Applicability.SAFE,
                formula.edit(Span.at(extent.start()), "\\text{"),
                formula.edit(Span.at(extent.end()), "}"))));
  }

  /** Ends the text before the command and begins it anew behind. */
  private static List<Fix> split(BrokenFormula formula, PlacedToken command) {
    Scope text = command.scope();
    boolean plain =
        text.kind() == Scope.Kind.ARGUMENT
            && text.isBraced()
            && text.owner().filter(owner -> owner.text().startsWith("\\text")).isPresent()
            && text.parent().filter(parent -> parent.mode() == Mode.MATH).isPresent();
    if (!plain
        || text.parent().filter(p -> p.kind() == Scope.Kind.SCRIPT && !p.isBraced()).isPresent()) {
      return List.of();
    }
    Span extent = formula.extent(command.token());
    return List.of(
        BrokenFormula.fix(
            "end the text before it",
            Applicability.SAFE,
            formula.edit(Span.at(extent.start()), "}"),
            formula.edit(Span.at(extent.end()), text.owner().orElseThrow().text() + "{")));
  }
}
