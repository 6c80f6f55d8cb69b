package io.github.formulint.rules.structure;

import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.TexFault;
import java.util.List;

/** A command, {@code ^} or {@code _} without what it works on. */
public final class MissingArgument extends DefectRule {

  /** Makes the rule. */
  public MissingArgument() {
    super("missing-argument", Defect.MISSING_ARGUMENT);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    String name = fault.fault().subject();
    boolean script = fault.fault().kind() == TexFault.Kind.MISSING_SCRIPT;
    boolean delimiter = name.equals("\\left") || name.equals("\\right");
    return new Finding(
        fault.span(),
        script
            ? "nothing follows `" + name + "`"
            : delimiter
                ? "no delimiter follows `" + name + "`"
                : "`" + name + "` lacks what it works on",
        script
            ? "write what belongs there; for nothing write `" + name + "{}`"
            : delimiter
                ? "write a bracket or another delimiter; for an invisible one `" + name + ".`"
                : "write all that it works on in braces" + example(name),
        List.of());
  }

  private static String example(String name) {
    return CommandTable.katex()
        .find(name)
        .map(command -> ": `" + name + "{…}".repeat(Math.max(1, command.arguments().size())) + "`")
        .orElse("");
  }
}
