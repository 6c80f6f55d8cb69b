package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.StrayDelimiter;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A formula between two pairs of delimiters, one inside the other. */
public final class NestedDelimiter implements Rule {

  private static final RuleId ID = new RuleId("nested-delimiter");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.DELIMITER;
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE);
  }

  @Override
  public void check(DocumentContext context, Consumer<Diagnostic> findings) {
    String text = context.document().text();
    for (StrayDelimiter stray : context.reading().strays()) {
      if (stray instanceof StrayDelimiter.Nested nested) {
        findings.accept(diagnostic(context, nested, text));
      }
    }
  }

  private static Diagnostic diagnostic(
      DocumentContext context, StrayDelimiter.Nested nested, String text) {
    String inner = nested.opener().of(text).strip().substring(0, 2);
    String outer = nested.delimiter().opener();
    Fix fix =
        new Fix(
            "take the inner pair away",
            Applicability.SAFE,
            List.of(new Edit(nested.opener(), ""), new Edit(nested.closer(), "")));
    return new Diagnostic(
        ID,
        Severity.ERROR,
        "this formula stands between two pairs of delimiters, `"
            + outer
            + "` and `"
            + inner
            + "`; readers see red source text instead of the formula",
        Optional.of("keep one of the two"),
        new Span(nested.opener().start(), nested.opener().start() + inner.length()),
        context.reading().formulas().stream()
            .filter(formula -> formula.span().equals(nested.formula()))
            .findFirst(),
        Optional.empty(),
        List.of(fix));
  }
}
