package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas that JLaTeXMath alone takes but draws wrongly, seen by their sizes. */
class PictureTest {

  private static double height(String tex) {
    Typesetter.Size size = Engines.sizeOf(tex);
    return size.height() + size.depth();
  }

  private static double width(String tex) {
    return Engines.sizeOf(tex).width();
  }

  @Test
  void aGapBetweenRowsIsSpaceAndNotText() {
    for (String environment : new String[] {"matrix", "aligned", "gathered", "cases"}) {
      String rows = "\\begin{" + environment + "}a\\\\b\\end{" + environment + "}";
      String gap = rows.replace("\\\\", "\\\\[1em]");
      // A taller brace is a little wider; the text "[1em]" takes 40 pixels.
      assertThat(width(gap)).isCloseTo(width(rows), within(5.0));
      assertThat(height(gap)).isBetween(height(rows) + 12, height(rows) + 26);
    }
  }

  @Test
  void aGapOutsideOfEnvironmentsIsSpaceToo() {
    assertThat(width("a\\\\[1em]b")).isCloseTo(width("a\\\\b"), within(0.01));
    assertThat(height("a\\\\[1em]b")).isGreaterThan(height("a\\\\b") + 12);
  }

  @Test
  void aBracketAfterASpaceIsABracket() {
    String bracket = "\\begin{matrix}a\\\\ [1em]b\\end{matrix}";
    assertThat(width(bracket)).isGreaterThan(width("\\begin{matrix}a\\\\b\\end{matrix}") + 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a\\kern1em b | a\\kern{1em}b",
        "a\\kern 1 em b | a\\hspace{1em}b",
        "a\\kern-.5em b | a\\kern{-0.5em}b",
        "a\\mkern18mu b | a\\kern{18mu}b",
        "a\\hskip1em b | a\\kern{1em}b",
        "a\\hspace*{1em}b | a\\kern{1em}b",
        "a\\kern65536sp b | a\\kern{1pt}b",
        "\\operatorname*{ab} | \\operatorname{ab}",
        "\\begin{aligned}[t]a&=b\\\\c&=d\\end{aligned} | \\begin{aligned}a&=b\\\\c&=d\\end{aligned}",
        "\\begin{gathered}[b]a\\\\b\\end{gathered} | \\begin{gathered}a\\\\b\\end{gathered}",
        "\\begin{array}[t]{c}a\\\\b\\end{array} | \\begin{array}{c}a\\\\b\\end{array}",
        "\\begin{alignedat}[t]{1}a&=b\\end{alignedat} | \\begin{alignedat}{1}a&=b\\end{alignedat}",
        "\\newcommand{\\dd}{d}\\alpha\\dd | \\alpha d",
        "\\def\\half{\\frac12}\\sqrt\\half | \\sqrt{\\frac12}",
        "\\def\\ab{12}\\frac\\ab3 | \\frac{12}3",
        "x^\\R | x^{\\mathbb{R}}",
        "\\frac\\R\\N | \\frac{\\mathbb{R}}{\\mathbb{N}}",
        "\\char65 | A",
        "\\bm x y | \\boldsymbol{x}y",
        "{\\color{red}x}y | xy",
        "\\cancel{x+y} | {x+y}",
        "\\displaystyle\\mathchoice{a}{bb}{ccc}{dddd} | a",
        "x^{\\mathchoice{a}{bb}{ccc}{dddd}} | x^{ccc}",
        "𝐀𝑥𝔸𝟏 | \\mathbf{A}\\mathit{x}\\mathbb{A}\\mathbf{1}"
      })
  void isDrawnLike(String tex, String like) {
    assertThat(width(tex)).isCloseTo(width(like), within(0.05));
    assertThat(height(tex)).isCloseTo(height(like), within(0.05));
  }

  @Test
  void aDashedLineIsNoColumn() {
    assertThat(width("\\begin{array}{c:c}a&b\\end{array}"))
        .isCloseTo(width("\\begin{array}{c|c}a&b\\end{array}"), within(0.01));
  }

  @Test
  void aStarPutsTheLimitsOfAnOperatorBelow() {
    assertThat(width("\\operatorname*{argmax}_{x}"))
        .isLessThan(width("\\operatorname{argmax}_{x}"));
    assertThat(height("\\operatorname*{argmax}_{x}"))
        .isGreaterThan(height("\\operatorname{argmax}_{x}"));
  }

  @Test
  void aSurrogatePairIsOneCharacter() {
    assertThat(width("\\text{\uD842\uDFB7}")).isLessThan(width("\\text{\uD842\uDFB7\uD842\uDFB7}"));
    assertThat(width("𝒜")).isCloseTo(width("\\mathscr{A}"), within(0.01));
  }

  @Test
  void theCellsOfDcasesAreDisplayed() {
    assertThat(height("\\textstyle\\begin{dcases}\\frac12\\end{dcases}"))
        .isGreaterThan(height("\\textstyle\\begin{cases}\\frac12\\end{cases}"));
  }

  @Test
  void whatAFormulaChangesInOneSymbolStaysThere() {
    assertThat(width("{=}a=b")).isCloseTo(width("{{=}}a=b"), within(0.01));
    assertThat(width("{=}a=b")).isGreaterThan(width("a{=}{=}b"));
  }
}
