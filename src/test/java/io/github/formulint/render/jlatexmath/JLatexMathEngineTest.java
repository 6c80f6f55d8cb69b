package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.jlatexmath.library.Manner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JLatexMathEngineTest {

  private static RenderEngine engine;

  @BeforeAll
  static void openEngine() {
    engine = Engines.open();
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  @Test
  void tellsItsVersion() {
    assertThat(new JLatexMathProvider(Manner.TRANSLATED, notice -> {}).version())
        .matches("1\\.0\\.\\d+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "E = mc^2",
        "\\begin{align*} a &= b \\\\ c &= d \\end{align*}",
        "x \\tag{1}",
        "a @ b",
        "a \\newline b",
        "a\\\nb",
        "\\lvert x \\rvert",
        "{\\color{red} x} \\textcolor{nocolour}{y}",
        "\\bm{x} \\pmb{y}",
        "\\href{https://example.org/a%20b}{x} \\url{https://example.org/%41}",
        "\\verb|a_b $ \\x|",
        "\\begin{CD} A @>a>b> B \\\\ @VcVV @AAdA \\\\ C @= D \\end{CD}",
        "\\xleftrightarrow[a]{b}",
        "\\min \\\\{ a : b \\\\}",
        "x_{a \\\\ b}",
        "\\text{привет, мир} + я + \\text{γεια} + \\alpha α Ω",
        "\\text{中文} 公式",
        "\\htmlClass{a}{x}",
        "{a \\over } + {\\choose b}"
      })
  void renders(String tex) {
    assertThat(engine.render(Engines.display(tex))).isEqualTo(RenderOutcome.Rendered.CLEAN);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\\frac{\\foo}{1} | \\foo | unknown command \\foo",
        "\\newcommand{\\x}{\\foo}\\x | \\foo | unknown command \\foo",
        "a \\begin{nope}x\\end{nope} | \\begin | unknown environment nope",
        "\\begin{matrix}a\\end{pmatrix} | \\end | \\begin{matrix} ends with \\end{pmatrix}",
        "\\left( x | \\left | \\left has no matching \\right",
        "{\\bm x} \\right) | \\right | there is no \\left for this \\right",
        "a} | } | there is no { for this }",
        "\\tag{1} x \\tag{2} | \\tag | there is more than one \\tag",
        "\\kern1foo | \\kern | \\kern has no valid length: 1fo",
        "\\limits_a \\bm{y} | \\limits | \\limits cannot be read with what follows it",
        "\\alpha@x | \\alpha@x | unknown command \\alpha@x",
        "\\jlmText{x} | \\jlmText | unknown command \\jlmText",
        "\\formulintrows{x} | \\formulintrows | unknown command \\formulintrows",
        "\\begin{array}{c} \\bm{} & \\nope \\end{array} | \\nope | unknown command \\nope"
      },
      delimiter = '|')
  void saysWhatIsWrongAndWhere(String tex, String place, String reason) {
    RenderOutcome outcome = engine.render(Engines.display(tex));

    assertThat(outcome).isInstanceOf(RenderOutcome.Rejected.class);
    assertThat(outcome.message()).contains(reason);
    assertThat(Engines.pointedAt(tex, outcome)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\\tag{1}", "\\begin{align*}a\\end{align*}", "\\begin{CD}A\\end{CD}"})
  void takesDisplayMathOnlyWhereItIsDisplayed(String tex) {
    assertThat(engine.render(Engines.display(tex)).isRendered()).isTrue();
    assertThat(engine.render(Engines.inline(tex)).message()).get().asString().contains("display");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\bm",
        "\\R}",
        "\\begingroup a}",
        "\\begin{align*}a\\end{align}",
        "\\begin{dcases}a",
        "x^\\bm y",
        "\\frac\\cancel ab",
        "\\textdagger",
        "\\emph{a_b}",
        "\\left\\R x\\right)",
        "\\color{#12}x",
        "\\char\"",
        "\\begin{CD}A @>a> B\\end{CD}",
        "\\begin{pmatrix*}[x]a\\end{pmatrix*}",
        "\\mkern1",
        "\\verb|x",
        "\\htmlData{a}{x}",
        "\\blue{x}\\limits_a"
      })
  void refusesMisuseOfTheCommandsItAdds(String tex) {
    assertThat(engine.render(Engines.display(tex)).isRendered()).isFalse();
  }

  @Test
  void neverSpeaksInJavasWords() {
    for (String tex : new String[] {"\\char", "\\hspace", "\\limits", "\\rule", "\\over\\over"}) {
      RenderOutcome outcome = engine.render(Engines.display(tex));
      assertThat(outcome.message().orElse("")).doesNotContain("null", "invoke", "Exception");
    }
  }
}
