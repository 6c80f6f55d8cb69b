package io.github.formulint.rules.rendering;

import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import java.util.List;

/** A colour that is neither a name nor a number. */
public final class InvalidColor extends DefectRule {

  /** Makes the rule. */
  public InvalidColor() {
    super("invalid-color", Defect.INVALID_COLOR);
  }

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    return new Finding(
        fault.span(),
        "`" + fault.fault().subject() + "` is not a colour",
        "write a name such as `red`, or `#` and six digits such as `#00aaff`",
        List.of());
  }
}
