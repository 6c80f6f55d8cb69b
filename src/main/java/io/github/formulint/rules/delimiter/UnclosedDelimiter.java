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
  public Set<Applicability> fixes() {
    return Set.of(Applicability.UNSAFE);
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
      } else if (stray instanceof StrayDelimiter.Cut cut) {
        findings.accept(
            diagnostic(cut, "a blank line cuts this formula in two", "take the blank line away")
                .withFixes(List.of(join(cut, text))));
      } else if (stray instanceof StrayDelimiter.Torn torn) {
        findings.accept(
            new Diagnostic(
                ID,
                Severity.ERROR,
                "a formula is not closed here, and another one not opened; readers see the sentence"
                    + " between them as a formula",
                Optional.of("put `$` where the first one ends and where the second one begins"),
                torn.mark(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
      }
    }
  }

  private static Fix join(StrayDelimiter.Cut cut, String text) {
    StringBuilder joined = new StringBuilder();
    int at = cut.formula().start();
    for (Span blank : cut.blanks()) {
      joined.append(text, at, blank.start());
      at = blank.end();
    }
    joined.append(text, at, cut.formula().end());
    return new Fix(
        "take the blank line away",
        Applicability.UNSAFE,
        List.of(new Edit(cut.formula(), joined.toString())));
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
