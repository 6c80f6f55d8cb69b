package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.rules.fault.EnvironmentEdits;
import java.util.Map;
import java.util.Optional;

/** An environment that works only in formulas on lines of their own, in an inline formula. */
public final class DisplayOnlyEnvironment extends DefectRule {

  private static final Map<String, String> INLINE =
      Map.of(
          "align", "aligned",
          "align*", "aligned",
          "alignat", "alignedat",
          "alignat*", "alignedat",
          "gather", "gathered",
          "gather*", "gathered",
          "split", "aligned");

  /** Makes the rule. */
  public DisplayOnlyEnvironment() {
    super("display-only-environment", Defect.DISPLAY_ONLY_ENVIRONMENT, Applicability.SAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    String name = fault.fault().subject();
    Optional<String> instead = Optional.ofNullable(INLINE.get(name));
    return new Finding(
        fault.span(),
        "`\\begin{" + name + "}` works only in formulas on lines of their own",
        "write the formula between `$$` and `$$` on lines of their own"
            + instead.map(other -> ", or use `" + other + "`").orElse(""),
        EnvironmentEdits.of(formula, fault.span())
            .flatMap(environment -> fix(environment, name, instead))
            .stream()
            .toList());
  }

  private static Optional<Fix> fix(
      EnvironmentEdits environment, String name, Optional<String> instead) {
    if (instead.isPresent()) {
      return Optional.of(
          BrokenFormula.fix(
              "use `" + instead.get() + "`",
              Applicability.SAFE,
              environment.rename(instead.get())));
    }
    return name.startsWith("equation")
        ? Optional.of(
            BrokenFormula.fix(
                "take the environment away", Applicability.SAFE, environment.unwrap()))
        : Optional.empty();
  }
}
