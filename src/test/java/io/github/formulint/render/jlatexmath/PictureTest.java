package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.library.Typesetter;
import io.github.formulint.render.jlatexmath.translation.Translator;
import io.github.formulint.render.jlatexmath.translation.Vocabulary;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that JLaTeXMath alone takes but draws wrongly, seen by their sizes. */
class PictureTest {

  /** What an em is at the size that formulas are measured at. */
  private static final double EM = 20;

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
        "\\begin{aligned}[t]a&=b\\\\c&=d\\end{aligned} |"
            + " \\begin{aligned}a&=b\\\\c&=d\\end{aligned}",
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
    for (String columns : new String[] {":c::l:", "|c:r|", " l : r ", "c|:c", ":c:p{1em}"}) {
      String dashed = "\\begin{array}{" + columns + "}a&b\\\\\\hline c&d\\end{array}";
      String solid =
          "\\begin{array}{" + columns.replace(':', '|') + "}a&b\\\\\\hline c&d\\end{array}";
      assertThat(width(dashed)).as(columns).isCloseTo(width(solid), within(0.01));
      assertThat(height(dashed)).as(columns).isCloseTo(height(solid), within(0.01));
    }
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

  @ParameterizedTest
  @ValueSource(strings = {"cases", "rcases", "dcases", "drcases"})
  void aQuadPartsTheColumnsOfCases(String environment) {
    String begin = "\\begin{" + environment + "}";
    String end = "\\end{" + environment + "}";
    double columns = width(begin + "a&b" + end);
    assertThat(columns - width(begin + "ab" + end)).isCloseTo(EM, within(0.5));
    // Nothing is left free where there is one column.
    assertThat(width(begin + "a" + end)).isLessThan(columns - EM);
  }

  @Test
  void theCellsOfCasesAreSetAsInText() {
    assertThat(height("\\begin{cases}\\frac12\\end{cases}"))
        .isCloseTo(height("\\begin{cases}\\tfrac12\\end{cases}"), within(0.01))
        .isLessThan(height("\\begin{dcases}\\frac12\\end{dcases}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\tag{1} x=y", "x=y \\tag{1}", "x \\tag{1} =y", "{x\\tag{1}}=y"})
  void aTagStandsAtTheRightWithRoomBeforeIt(String tex) {
    assertThat(width(tex)).isCloseTo(width("x=y\\qquad\\text{(1)}"), within(0.05));
  }

  @Test
  void aTagStandsBesideAllRows() {
    assertThat(width("\\tag{1} a\\\\b")).isCloseTo(width("a\\qquad\\text{(1)}"), within(0.5));
    assertThat(height("\\tag{1} a\\over b")).isCloseTo(height("a\\over b"), within(0.05));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "align | (a)&=b\\\\(c)&=d",
        "gather | (a)\\\\(b)",
        "equation | (a)=b",
        "alignat | {1}(a)&=b\\\\(c)&=d"
      })
  void rowsAreNumberedWhereTheEnvironmentHasNoStar(String environment, String rows) {
    String starred = "\\begin{" + environment + "*}" + rows + "\\end{" + environment + "*}";
    String numbered = starred.replace("*", "");
    double number = width("\\text{(1)}");
    assertThat(width(numbered)).isGreaterThan(width(starred) + number + 1.5 * EM);
    assertThat(height(numbered)).isCloseTo(height(starred), within(6.0));
  }

  @Test
  void rowsWithoutNumbersTakeNoRoomForThem() {
    String silent = "\\begin{align}a&=b\\notag\\\\c&=d\\nonumber\\end{align}";
    assertThat(width(silent))
        .isCloseTo(width("\\begin{align*}a&=b\\\\c&=d\\end{align*}"), within(0.05));
  }

  @Test
  void linesBetweenRowsHaveNoNumbers() {
    assertThat(width("\\begin{align}a&=b\\\\ \\hline c&=d\\end{align}"))
        .isCloseTo(width("\\begin{align}a&=b\\\\c&=d\\end{align}"), within(0.05));
  }

  @Test
  void aPhaseHasRoomForItsAngle() {
    assertThat(width("\\phase{x}")).isGreaterThan(width("x") + 4);
    assertThat(height("\\phase{x}")).isGreaterThan(height("x") + 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\xRightarrow",
        "\\xLeftarrow",
        "\\xLeftrightarrow",
        "\\xleftrightarrow",
        "\\xtwoheadrightarrow",
        "\\xtwoheadleftarrow",
        "\\xhookrightarrow",
        "\\xhookleftarrow",
        "\\xmapsto",
        "\\xlongequal",
        "\\xtofrom",
        "\\xrightleftharpoons",
        "\\xleftrightharpoons",
        "\\xrightequilibrium",
        "\\xleftequilibrium",
        "\\xrightharpoonup",
        "\\xrightharpoondown",
        "\\xleftharpoonup",
        "\\xleftharpoondown",
        "\\Overrightarrow",
        "\\overleftharpoon",
        "\\overrightharpoon",
        "\\widecheck",
        "\\overlinesegment",
        "\\underlinesegment"
      })
  void growsWithWhatItBelongsTo(String command) {
    String wide = "x".repeat(20);
    double label = command.contains("x") && command.charAt(1) == 'x' ? 0.7 : 1;
    assertThat(width(command + "{" + wide + "}"))
        .isBetween(width(wide) * label, width(wide) * label + 1.6 * EM);
  }

  @Test
  void aHyphenInTheNameOfAnOperatorIsNoMinus() {
    assertThat(width("\\operatorname{Gam-ma}"))
        .isCloseTo(width("\\mathrm{Gam}\\text{-}\\mathrm{ma}"), within(0.5))
        .isLessThan(width("\\mathrm{Gam-ma}") - 4);
  }

  @Test
  void aDashedLineTakesNoMoreRoomThanAnother() {
    String rows = "\\begin{array}{c}aaaa\\\\ \\hdashline b\\end{array}";
    assertThat(height(rows)).isCloseTo(height(rows.replace("hdashline", "hline")), within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"green, 008000", "lime, 00ff00", "brown, a52a2a", "rebeccapurple, 663399"})
  void coloursAreThoseOfBrowsers(String name, String number) throws Exception {
    Vocabulary vocabulary =
        new Vocabulary(new TypesetterFactory().create(Manner.TRANSLATED), Manner.TRANSLATED);
    String tex = "\\textcolor{" + name + "}{x}";
    assertThat(Translator.translate(tex, Tokenizer.tokenize(tex), MathStyle.DISPLAY, vocabulary))
        .contains("#" + number);
  }
}
