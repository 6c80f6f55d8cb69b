package io.github.formulint.rules.structure;

import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import java.util.List;

/** A colour that is neither a name nor a number. */
public final class InvalidColor extends DefectRule {

  /** Makes the rule. */
  public InvalidColor() {
    super("invalid-color", Defect.INVALID_COLOR);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    return new Finding(
        fault.span(),
        "`" + fault.fault().subject() + "` is not a colour",
        "write a name such as `red`, or `#` and six digits such as `#00aaff`",
        List.of());
  }
}
