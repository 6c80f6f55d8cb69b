package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.StrayDelimiter;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A formula that is opened by the mark of one pair and closed by the mark of another. */
public final class MismatchedDelimiter implements Rule {

  private static final RuleId ID = new RuleId("mismatched-delimiter");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.DELIMITER;
  }

  @Override
  public void check(DocumentContext context, Consumer<Diagnostic> findings) {
    String text = context.document().text();
    for (StrayDelimiter stray : context.reading().strays()) {
      if (stray instanceof StrayDelimiter.Mismatched mismatched) {
        findings.accept(diagnostic(mismatched, text));
      }
    }
  }

  private static Diagnostic diagnostic(StrayDelimiter.Mismatched stray, String text) {
    return new Diagnostic(
        ID,
        Severity.ERROR,
        "this formula opens with `"
            + stray.opener().of(text)
            + "` and closes with "
            + quoted(stray.closer().of(text))
            + "; readers see the source instead of the formula",
        Optional.of("close it with `" + stray.delimiter().closer() + "`"),
        new Span(stray.opener().start(), stray.closer().end()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static String quoted(String mark) {
    return mark.equals("`") ? "a backtick" : "`" + mark + "`";
  }
}
