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

/** TeX on lines of its own without delimiters, as language models write it. */
public final class MissingDelimiter implements Rule {

  private static final RuleId ID = new RuleId("missing-delimiter");

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
  public Set<Applicability> fixes() {
    return Set.of(Applicability.UNSAFE);
  }

  @Override
  public void check(DocumentContext context, Consumer<Diagnostic> findings) {
    for (StrayDelimiter stray : context.reading().strays()) {
      if (stray instanceof StrayDelimiter.Missing missing) {
        findings.accept(diagnostic(missing));
      }
    }
  }

  private static Diagnostic diagnostic(StrayDelimiter.Missing missing) {
    Span span = missing.span();
    String mark = missing.delimiter().opener();
    int length = missing.isBracketed() ? 1 : 0;
    List<Edit> edits =
        List.of(
            new Edit(new Span(span.start(), span.start() + length), mark),
            new Edit(new Span(span.end() - length, span.end()), mark));
    return new Diagnostic(
        ID,
        Severity.WARNING,
        missing.isBracketed()
            ? "the brackets around this TeX are no delimiters; readers see the source instead of the"
                + " formula"
            : "no delimiters stand around this TeX; readers see the source instead of the formula",
        Optional.of("write it between `" + mark + "` and `" + mark + "`"),
        span,
        Optional.empty(),
        Optional.empty(),
        List.of(new Fix("put `" + mark + "` around it", Applicability.UNSAFE, edits)));
  }
}
