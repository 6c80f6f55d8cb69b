package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.StrayDelimiter;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A delimiter of a formula without its partner: nothing closes it, or nothing opens it. */
public final class UnclosedDelimiter implements Rule {

  private static final RuleId ID = new RuleId("unclosed-delimiter");

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
      if (stray instanceof StrayDelimiter.Unclosed unclosed) {
        findings.accept(
            diagnostic(
                unclosed,
                "nothing closes this `" + unclosed.opener().of(text) + "`",
                "put `" + unclosed.delimiter().closer() + "` where the formula ends"));
      } else if (stray instanceof StrayDelimiter.Unopened unopened) {
        findings.accept(
            diagnostic(
                unopened,
                "nothing opens the formula that this `" + unopened.closer().of(text) + "` closes",
                "put `" + unopened.delimiter().opener() + "` where the formula begins"));
      }
    }
  }

  private static Diagnostic diagnostic(StrayDelimiter stray, String message, String hint) {
    return new Diagnostic(
        ID,
        Severity.ERROR,
        message + "; readers see the source instead of the formula",
        Optional.of(hint),
        stray.mark(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
