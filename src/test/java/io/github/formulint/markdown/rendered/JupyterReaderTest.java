package io.github.formulint.markdown.rendered;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Readings;
import org.junit.jupiter.api.Test;

/** JupyterLab hides formulas from Markdown. */
class JupyterReaderTest {

  private static final JupyterReader READER = new JupyterReader();

  @Test
  void keepsTexFromMarkdown() {
    assertThat(Readings.of(READER, "$\\{a_1\\}$ and $b_2 < c$"))
        .containsExactly("\\{a_1\\}", "b_2 < c");
  }

  @Test
  void readsDoubleBackslashes() {
    assertThat(Readings.of(READER, "\\\\(a\\\\) and \\\\[b\\\\] not \\(c\\)"))
        .containsExactly("a", "display:b");
  }

  @Test
  void keepsTheMarksOfAQuoteInTheTex() {
    assertThat(Readings.of(READER, "> $$\n> n\n> $$")).containsExactly("display:\n> n\n> ");
  }

  @Test
  void doesNotPassABlankLine() {
    assertThat(Readings.of(READER, "$a\n\nb$")).isEmpty();
  }

  @Test
  void leavesOutWhatTheBrowserPutsTogetherInAnotherOrder() {
    assertThat(Readings.of(READER, "<?t>$\n\n$x$")).isEmpty();
  }

  @Test
  void hidesDollarsInCode() {
    assertThat(Readings.of(READER, "`$a` and `$b` and $c$")).containsExactly("c");
    assertThat(Readings.of(READER, "```\n$a\n```\n$b$")).containsExactly("b");
  }

  @Test
  void takesEscapedDollarsForMathStill() {
    assertThat(Readings.of(READER, "\\$5 or \\$6")).containsExactly("5 or ");
  }
}
