package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import java.util.List;

/** {@code #}, which TeX keeps for definitions. */
public final class UnescapedHash extends DefectRule {

  /** Makes the rule. */
  public UnescapedHash() {
    super("unescaped-hash", Defect.UNESCAPED_HASH, Applicability.SAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    return new Finding(
        fault.span(),
        "a `#` stands in the formula",
        "write `\\#` for the character",
        List.of(
            BrokenFormula.fix(
                "write `\\#`", Applicability.SAFE, formula.edit(fault.span(), "\\#"))));
  }
}
