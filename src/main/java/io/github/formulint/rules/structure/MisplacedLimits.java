package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;

/** {@code \limits} that does not stand right behind an operator. */
public final class MisplacedLimits extends DefectRule {

  /** Makes the rule. */
  public MisplacedLimits() {
    super("misplaced-limits", Defect.MISPLACED_LIMITS, Applicability.SAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    return fault.fault().kind() == TexFault.Kind.MISSING_SCRIPT
        ? behindScript(formula, fault)
        : behindOther(formula, fault);
  }

  /** {@code \sum_\limits{…}}. */
  private static Finding behindScript(BrokenFormula formula, Fault fault) {
    PlacedToken limits = formula.tokenAt(fault.fault().noticedAt().start()).orElseThrow();
    String script = fault.fault().subject();
    Span span = new Span(fault.span().start(), limits.span().end());
    return new Finding(
        limits.span(),
        "`" + limits.text() + "` stands behind `" + script + "` instead of before it",
        "write `" + limits.text() + script + "`",
        List.of(
            BrokenFormula.fix(
                "put `" + limits.text() + "` before `" + script + "`",
                Applicability.SAFE,
                formula.edit(span, limits.text() + script))));
  }

  /** {@code \mathrm{argmax}\limits}. */
  private static Finding behindOther(BrokenFormula formula, Fault fault) {
    List<Fix> fixes =
        fault.fault().subject().equals("\\nolimits")
            ? List.of(
                BrokenFormula.fix(
                    "take it away: nothing has limits here",
                    Applicability.SAFE,
                    formula.edit(fault.span(), "")))
            : operator(formula, fault);
    return new Finding(
        fault.span(),
        "`" + fault.fault().subject() + "` does not stand right behind an operator",
        "put it right behind the operator, as in `\\sum\\limits_{…}`; for a word write"
            + " `\\operatorname*{…}`",
        fixes);
  }

  private static List<Fix> operator(BrokenFormula formula, Fault fault) {
    return base(formula, fault.span())
        .map(
            base ->
                BrokenFormula.fix(
                    "make an operator of what stands before it, with `\\mathop{…}`",
                    Applicability.SAFE,
                    formula.edit(Span.at(base.start()), "\\mathop{"),
                    formula.edit(Span.at(base.end()), "}")))
        .stream()
        .toList();
  }

  /** Returns the group, command or character right before a place. */
  private static Optional<Span> base(BrokenFormula formula, Span limits) {
    Optional<PlacedToken> last = formula.previous(limits.start());
    if (last.isEmpty()) {
      return Optional.empty();
    }
    PlacedToken token = last.get();
    if (token.token().kind() != Token.Kind.END_GROUP) {
      boolean single = token.token().isCommand() || token.token().kind() == Token.Kind.CHARACTER;
      return Optional.of(token.span()).filter(span -> single && !token.text().equals("'"));
    }
    Scope scope = token.scope();
    return switch (scope.kind()) {
      case GROUP -> Optional.of(scope.span());
      case ARGUMENT ->
          scope.owner().map(owner -> new Span(owner.span().start(), token.span().end()));
      default -> Optional.empty();
    };
  }
}
