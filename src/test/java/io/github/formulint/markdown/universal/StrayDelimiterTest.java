package io.github.formulint.markdown.universal;

import static io.github.formulint.markdown.universal.ReadingAssert.assertNoFormula;
import static io.github.formulint.markdown.universal.ReadingAssert.assertStrays;
import static io.github.formulint.markdown.universal.ReadingAssert.describe;
import static io.github.formulint.markdown.universal.ReadingAssert.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrayDelimiterTest {

  @Test
  void openerThatNothingClosesIsUnclosed() {
    assertStrays("Let \\(\\alpha be a number.", "unclosed \\(");
    assertStrays("We have $\\frac{a}{b} and then stop.", "unclosed $");
    assertStrays("Let \\[\\frac{a}{b} be a number.", "unclosed \\[");
    assertStrays("\\[\n\\frac{a}{b}\n\nNext paragraph here we go.", "unclosed \\[");
    assertStrays("$$\na\n\nNext paragraph with words.", "unclosed $$");
    assertStrays("x = 1\n$$\n\nSo we have that this is it.", "unclosed $$");
    assertStrays("\\begin{align}\na\n\nSome text goes on here.", "unclosed \\begin{align}");
  }

  @Test
  void openerThatAnotherPairClosesIsMismatched() {
    assertStrays("Let \\(\\alpha + 1 $ be", "\\( closed by $");
    assertStrays("Then \\[ \\frac{a}{b} $$ holds.", "\\[ closed by $$");
    assertStrays("\\[ \\frac{a}{b} \\) holds", "\\[ closed by \\)");
    assertStrays("\\( \\frac{a}{b} \\] holds", "\\( closed by \\]");
    assertStrays("$\\frac12\\) holds", "$ closed by \\)");
    assertStrays("$$ \\frac{1}{2} $ is half", "$$ closed by $");
    assertStrays("\\[\n\\frac{a}{b}\n$$\n\nNext paragraph.", "\\[ closed by $$");
    assertStrays("$$\n\\frac{a}{b}\n\\]\n\nNext paragraph.", "$$ closed by \\]");
    assertStrays("$$\na+b\n$\n\nNext paragraph.", "$$ closed by $");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$$\n\\frac{a}{b}\n\n## Heading of it\n\n$$\nc\n$$",
        "$$\n\\frac{a}{b}\n\nThen we have this formula:\n\n$$c$$",
        "$$\n\\frac{a}{b}\n\n然后我们得到这个公式：\n\n$$\nc\n$$",
        "$$\n\\frac{a}{b}\n\n```\ncode\n```\n\n$$\nc\n$$",
        "\\[\n\\frac{a}{b}\n\nThen we have this formula:\n\n$$\nc\n$$",
        "Let $\\alpha be the value of $$c$$",
      })
  void unclosedOpenerSwallowsNoProse(String markdown) {
    assertThat(describe(read(markdown))).containsExactly("$$c$$");
    assertThat(read(markdown).strays()).hasSize(1);
  }

  @Test
  void readingGoesOnRightBehindAStray() {
    String markdown = "We have $\\frac{a}{b} and then $x$ stop.";
    assertThat(describe(read(markdown))).containsExactly("$x$");
    assertStrays(markdown, "unclosed $");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "price $5 only",
        "a lone $ here",
        "a lone \\[ and \\( here",
        "Use \\( for inline math and \\[ for display.",
        "use \\begin{align} to align",
        "echo $HOME",
        "path c$\\windows",
        "let $x be",
        "let $$x be",
        "see \\[3\\] and \\(a"
      })
  void doubtfulOpenersAreNoFindings(String markdown) {
    assertNoFormula(markdown);
  }
}
