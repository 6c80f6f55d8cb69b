package io.github.formulint.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

  @Test
  void whatIsQuotedOfTheDocumentBreaksNoLine() {
    Fix fix = new Fix("write\r\nx", Applicability.SAFE, List.of(new Edit(new Span(0, 1), "a\nb")));
    Diagnostic diagnostic =
        new Diagnostic(
            new RuleId("some-rule"),
            Severity.ERROR,
            "`\\begin{matr\nix}` is not known",
            Optional.of("write\u2028`matrix`\u001B"),
            new Span(0, 1),
            Optional.empty(),
            Optional.empty(),
            List.of(fix));
    assertThat(diagnostic.message()).isEqualTo("`\\begin{matr ix}` is not known");
    assertThat(diagnostic.hint()).contains("write `matrix` ");
    assertThat(diagnostic.fixes().get(0).description()).isEqualTo("write  x");
    assertThat(diagnostic.fixes().get(0).edits().get(0).replacement()).isEqualTo("a\nb");
  }
}
