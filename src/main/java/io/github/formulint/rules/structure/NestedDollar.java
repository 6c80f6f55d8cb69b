package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.stream.Stream;

/** A dollar sign within mathematics. */
public final class NestedDollar extends DefectRule {

  /** Makes the rule. */
  public NestedDollar() {
    super("nested-dollar", Defect.NESTED_DOLLAR, Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  protected Stream<Fault> told(BrokenFormula formula) {
    // Two signs belong together: the first one tells of both. Of single dollars it tells of all,
    // since they came in by one slip.
    return super.told(formula)
        .filter(
            fault -> {
              int index = sameSigns(formula, fault).indexOf(fault);
              return fault.fault().subject().equals("$$") ? index % 2 == 0 : index == 0;
            });
  }

  private static List<Fault> sameSigns(BrokenFormula formula, Fault fault) {
    return formula.faults(Defect.NESTED_DOLLAR).stream()
        .filter(other -> other.fault().subject().equals(fault.fault().subject()))
        .toList();
  }

  @Override
  public boolean tellsProse() {
    return true;
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    if (fault.fault().subject().equals("$$")) {
      return new Finding(
          fault.span(),
          "`$$` stands in the text of a formula",
          "within text a formula stands between single dollars: `\\text{for $x$}`",
          singleDollars(formula, fault));
    }
    return new Finding(
        fault.span(),
        "there is a `" + fault.fault().subject() + "` inside the formula",
        "look for a formula that is not closed before; for the character write `\\$`",
        fixes(formula, fault));
  }

  private static List<Fix> singleDollars(BrokenFormula formula, Fault fault) {
    List<Fault> signs = sameSigns(formula, fault);
    int index = signs.indexOf(fault);
    if (index + 1 >= signs.size()) {
      return List.of();
    }
    return List.of(
        BrokenFormula.fix(
            "write single dollars",
            Applicability.SAFE,
            formula.edit(fault.span(), "$"),
            formula.edit(signs.get(index + 1).span(), "$")));
  }

  private static List<Fix> fixes(BrokenFormula formula, Fault fault) {
    List<Fault> dollars = sameSigns(formula, fault);
    if (dollars.size() == 2 && dollars.get(0) == fault) {
      Span between = new Span(dollars.get(0).span().end(), dollars.get(1).span().start());
      String text = between.of(formula.tex());
      boolean isText = text.chars().allMatch(c -> Character.isLetter(c) || " ,.;:".indexOf(c) >= 0);
      if (isText && text.strip().length() > 1) {
        return List.of(
            BrokenFormula.fix(
                "make text of what stands between the dollars",
                Applicability.UNSAFE,
                formula.edit(dollars.get(0).span(), "\\text{"),
                formula.edit(dollars.get(1).span(), "}")));
      }
    }
    boolean isPrice =
        dollars.size() == 1
            && formula
                .tokenAt(fault.span().end())
                .filter(token -> Character.isDigit(token.text().charAt(0)))
                .isPresent();
    return isPrice
        ? List.of(
            BrokenFormula.fix(
                "write `\\$`", Applicability.UNSAFE, formula.edit(fault.span(), "\\$")))
        : List.of();
  }
}
