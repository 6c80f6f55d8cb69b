package io.github.formulint.markdown.universal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.TooLargeToReadException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inputs that take hours if a mark is looked for again and again, and about a second if not. The
 * bound is so wide that only the former can miss it.
 */
class LargeInputTest {

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int LENGTH = 500_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$ ",
        "$$\n",
        "$$ a\n",
        "\\(",
        "\\[ x\n",
        "\\begin{align}\n",
        "$\\text{$",
        "$`` ` ",
        "<a \"$",
        "- $$\n",
        "|$",
        "a $$ b\n$$ c\n",
        "$$a\n- b\n",
        "\\[ \\frac{a}\n\n",
        "$\n- "
      })
  void timeGrowsWithTheLength(String unit) {
    String text = unit.repeat(LENGTH / unit.length());
    Reading reading = assertTimeoutPreemptively(BOUND, () -> ReadingAssert.read(text));
    assertThat(reading.formulas().size() + reading.strays().size()).isLessThanOrEqualTo(LENGTH);
  }

  @Test
  void deepNestingIsNoProblem() {
    for (String unit : new String[] {"> ", "- ", "*a ", "[", "<div>\n", "!!! note\n    "}) {
      String text = unit.repeat(100_000) + "$x$\n\n$y$";
      Reading reading = assertTimeoutPreemptively(BOUND, () -> ReadingAssert.read(text));
      assertThat(ReadingAssert.describe(reading)).contains("$y$");
    }
  }

  /** Each short row is filled up to the width of the table, so 1 MB asks for 10^9 cells. */
  @Test
  void tablesOfTooManyCellsAreRefused() {
    int columns = 10_000;
    String text =
        "|a".repeat(columns) + "|\n" + "|-".repeat(columns) + "|\n" + "|$a$\n".repeat(100_000);
    assertThatThrownBy(() -> ReadingAssert.read(text))
        .isInstanceOf(TooLargeToReadException.class)
        .hasMessageContaining("1,000,000 cells")
        .hasMessageContaining("split it");
  }
}
