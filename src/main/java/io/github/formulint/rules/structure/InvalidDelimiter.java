package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;

/** Something behind {@code \left}, {@code \right}, {@code \big} … that is no delimiter. */
public final class InvalidDelimiter extends DefectRule {

  /** Makes the rule. */
  public InvalidDelimiter() {
    super("invalid-delimiter", Defect.INVALID_DELIMITER, Applicability.SAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    String owner = formula.previous(fault.span().start()).map(PlacedToken::text).orElse("\\left");
    String found = fault.fault().subject();
    if (found.equals("{") || found.equals("}")) {
      return new Finding(
          fault.span(),
          "`" + owner + found + "` is no delimiter: a bare brace prints nothing",
          "write `" + owner + "\\" + found + "`",
          escape(formula, fault));
    }
    return new Finding(
        fault.span(),
        "`" + found + "` cannot follow `" + owner + "`",
        "write a bracket or another delimiter there; for an invisible one `.`",
        List.of());
  }

  /** Escapes the brace, and its partner if that stands behind {@code \right} or the like. */
  private static List<Fix> escape(BrokenFormula formula, Fault fault) {
    Optional<PlacedToken> brace = formula.tokenAt(fault.span().start());
    Optional<PlacedToken> partner =
        brace
            .map(token -> token.scope().span().end() - 1)
            .flatMap(formula::tokenAt)
            .filter(token -> token.token().kind() == Token.Kind.END_GROUP)
            .filter(token -> isSized(formula, token));
    if (partner.isEmpty()) {
      return List.of();
    }
    return List.of(
        BrokenFormula.fix(
            "write `\\{` and `\\}`",
            Applicability.SAFE,
            formula.edit(fault.span(), "\\{"),
            formula.edit(partner.get().span(), "\\}")));
  }

  private static boolean isSized(BrokenFormula formula, PlacedToken token) {
    return formula
        .previous(token.span().start())
        .map(PlacedToken::text)
        .filter(text -> text.equals("\\right") || text.contains("ig"))
        .isPresent();
  }
}
