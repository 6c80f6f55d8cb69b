package io.github.formulint.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nothing of a document or of the name of a file is obeyed by a terminal. */
class VisibleTextTest {

  @Test
  void showsControlCharacters() {
    assertThat(VisibleText.line("a\u001B[31m\nb\tc\u007F\u009B1m\u202E\u200E\u200F\u061C\uD800"))
        .isEqualTo("a␛[31m␊b␉c␡\uFFFD1m\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  }

  @Test
  void keepsLinesWhereThereAreSome() {
    assertThat(VisibleText.lines("a\r\n\tb\u0007\n")).isEqualTo("a␍\n\tb␇\n");
  }

  @Test
  void keepsEverythingElse() {
    String text = "公式  x̂ 𝔸 😀 é.md";
    assertThat(VisibleText.line(text)).isEqualTo(text);
  }
}
