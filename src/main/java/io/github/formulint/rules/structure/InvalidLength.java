package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length without a number or a unit that TeX knows, or not in braces where it must be. */
public final class InvalidLength extends DefectRule {

  private static final Pattern LENGTH = Pattern.compile("-?\\d*\\.?\\d+ ?([a-z]{2})");

  private static final Set<String> UNITS =
      Set.of("pt", "mm", "cm", "in", "bp", "pc", "dd", "cc", "ex", "em", "mu");

  /** Makes the rule. */
  public InvalidLength() {
    super("invalid-length", Defect.INVALID_LENGTH, Applicability.SAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    Matcher length =
        LENGTH.matcher(formula.tex()).region(fault.span().start(), formula.tex().length());
    boolean bare = length.lookingAt() && UNITS.contains(length.group(1));
    Span span = bare ? new Span(length.start(), length.end()) : fault.span();
    String found = span.of(formula.tex());
    return new Finding(
        span,
        bare
            ? "the length `" + found + "` needs braces here"
            : "`" + fault.fault().subject() + "` is not a length",
        bare ? "write `{" + found + "}`" : "write a number and a unit, such as `1em` or `2mu`",
        bare ? List.of(brace(formula, span)) : List.of());
  }

  private static Fix brace(BrokenFormula formula, Span span) {
    return BrokenFormula.fix(
        "put braces around it",
        Applicability.SAFE,
        formula.edit(Span.at(span.start()), "{"),
        formula.edit(Span.at(span.end()), "}"));
  }
}
