package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A formula with nothing between its delimiters. */
public final class EmptyFormula implements Rule {

  private static final RuleId ID = new RuleId("empty-formula");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.DELIMITER;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(DocumentContext context, Consumer<Diagnostic> findings) {
    for (Formula formula : context.reading().formulas()) {
      if (formula.isEmpty()) {
        findings.accept(
            new Diagnostic(
                ID,
                Severity.WARNING,
                "this formula is empty; readers see nothing, or only its delimiters",
                Optional.of("write the formula between the delimiters, or take them away"),
                formula.span(),
                Optional.of(formula),
                Optional.empty(),
                List.of()));
      }
    }
  }
}
