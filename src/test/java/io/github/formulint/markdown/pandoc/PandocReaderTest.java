package io.github.formulint.markdown.pandoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Readings;
import org.junit.jupiter.api.Test;

/** Pandoc's own Markdown. */
class PandocReaderTest {

  private static final PandocReader READER = PandocReader.withDefaultExtensions();

  @Test
  void wantsNoSpaceInsideAndNoDigitBehind() {
    assertThat(Readings.of(READER, "$ a$ $b $ $c$5 $d$")).containsExactly("d");
    assertThat(Readings.of(READER, "$5 and $6")).isEmpty();
  }

  @Test
  void readsOverLinesThatLookLikeBlocks() {
    assertThat(Readings.of(READER, "$$\na\n- b\n> c\n# d\n$$"))
        .containsExactly("display:\na\n- b\n> c\n# d\n");
  }

  @Test
  void passesNoBlankLine() {
    assertThat(Readings.of(READER, "$$\na\n\nb\n$$")).isEmpty();
  }

  @Test
  void readsDollarsInsideText() {
    assertThat(Readings.of(READER, "$a \\text{if $b$}$")).containsExactly("a \\text{if $b$}");
  }

  @Test
  void readsBracketsByExtension() {
    assertThat(Readings.of(READER, "\\(a\\) \\\\(b\\\\)")).isEmpty();
    assertThat(Readings.of(PandocReader.withSingleBackslash(), "\\(a\\) \\[b\\]"))
        .containsExactly("a", "display:b");
    assertThat(Readings.of(PandocReader.withDoubleBackslash(), "\\\\(a\\\\) \\\\[b\\\\]"))
        .containsExactly("a", "display:b");
  }

  @Test
  void readsBareEnvironmentsOfMaths() {
    assertThat(Readings.of(READER, "so \\begin{align}a\\end{align}"))
        .containsExactly("display:\\begin{align}a\\end{align}");
    assertThat(Readings.of(READER, "\\begin{center}\n$a$\n\\end{center}")).isEmpty();
  }

  @Test
  void keepsAPipeInsideAFormulaOfATable() {
    assertThat(Readings.of(READER, "| a | b |\n|---|---|\n| $x|y$ | $z$ |\n"))
        .containsExactly("x|y", "z");
  }

  @Test
  void readsItemsAndQuotesFirst() {
    assertThat(Readings.of(READER, "- $a\n- b$\n\n> $c\n> d$\n")).containsExactly("c\nd");
  }

  @Test
  void readsMarkdownInHtml() {
    assertThat(Readings.of(READER, "<div>\n$a$\n</div>\n<pre>$b$</pre>\n")).containsExactly("a");
  }

  @Test
  void readsNoMetadata() {
    assertThat(Readings.of(READER, "---\ntitle: $a$\n---\n\n$b$")).containsExactly("b");
  }

  @Test
  void readsNotesThatTheTextRefersTo() {
    assertThat(Readings.of(READER, "a[^1]\n\n[^1]: b\n\n    $c$\n\n[^2]: $d$\n"))
        .containsExactly("c");
  }
}
