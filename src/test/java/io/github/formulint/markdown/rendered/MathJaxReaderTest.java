package io.github.formulint.markdown.rendered;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Readings;
import org.junit.jupiter.api.Test;

/** MathJax goes on where auto-render stops. */
class MathJaxReaderTest {

  private static final MathJaxReader DOLLARS = MathJaxReader.withDollars();

  @Test
  void passesOverAnOpenerThatNothingCloses() {
    assertThat(Readings.of(DOLLARS, "$$ then $m$")).containsExactly("m");
  }

  @Test
  void closesOnlyWhereBracesAreBalanced() {
    assertThat(Readings.of(DOLLARS, "$a {b$ c} d$ e")).containsExactly("a {b$ c} d");
  }

  @Test
  void readsAnyEnvironment() {
    assertThat(Readings.of(MathJaxReader.withDefaultDelimiters(), "\\begin{foo}n\\end{foo}"))
        .containsExactly("display:\\begin{foo}n\\end{foo}");
  }

  @Test
  void readsOverLineBreaksAndComments() {
    assertThat(Readings.of(DOLLARS, "$a<br>b$ and $c<!-- d -->e$")).containsExactly("a\nb", "ce");
    assertThat(Readings.of(DOLLARS, "$a<i>b</i>$")).isEmpty();
  }

  @Test
  void leavesIgnoredElementsAlone() {
    assertThat(Readings.of(DOLLARS, "<div class=\"mathjax_ignore\">$a$</div>")).isEmpty();
  }

  @Test
  void takesAnEscapedDollarForADollar() {
    assertThat(Readings.of(DOLLARS, "<p>\\$5 and $x$</p>")).containsExactly("x");
  }
}
