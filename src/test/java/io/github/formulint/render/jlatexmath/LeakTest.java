package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.library.Typesetter;
import io.github.formulint.tex.MathStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No formula changes how the next is judged or laid out. */
class LeakTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\newcommand{\\foo}{x}\\foo | \\foo",
        "\\gdef\\foo{x}\\foo | \\foo",
        "\\global\\let\\foo=x\\foo | \\foo",
        "\\DeclareMathOperator{\\foo}{x}\\foo | \\foo",
        "\\definecolor{mine}{rgb}{1,0,0}x | \\fgcolor{mine}{x}",
        "\\newenvironment{foo}{a}{b} | \\begin{foo}x\\end{foo}"
      })
  void definesNothingForTheNext(String first, String second) {
    try (RenderEngine engine = Engines.open()) {
      engine.render(Engines.display(first));
      assertThat(engine.render(Engines.display(second)).isRendered()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\newcommand{\\frac}[2]{\\nope}x | \\frac12",
        "\\renewcommand{\\begin}{\\nope}x | \\begin{matrix}a\\end{matrix}",
        "\\renewenvironment{matrix}{\\nope}{} | \\begin{matrix}a\\end{matrix}",
        "\\DeclareMathSizes{0}{0}{0}{0} | x",
        "\\magnification{0} | x"
      })
  void takesNothingFromTheNext(String first, String second) {
    try (RenderEngine engine = Engines.open()) {
      engine.render(Engines.display(first));
      assertThat(engine.render(Engines.display(second)).isRendered()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\sum\\nolimits | \\sum_a^b",
        "\\sum\\limits | x\\sum\\nolimits_a",
        "\\lim\\nolimits | \\lim_{x\\to 0}",
        "{=}{+}{\\leq} | a=b+c\\leq d",
        "\\text{é} | \\textsc{é}",
        "\\Huge x | x",
        "\\rm x | x"
      })
  void leavesTheSizeOfTheNext(String first, String second) throws Exception {
    Typesetter typesetter = new TypesetterFactory().create(Manner.TRANSLATED);
    typesetter.parse(first).layOut(MathStyle.DISPLAY);
    typesetter.restore();

    assertThat(typesetter.parse(second).layOut(MathStyle.DISPLAY))
        .isEqualTo(Engines.sizeOf(second));
  }

  /** JLaTeXMath marks the cell before the end of a row, and all empty cells are one object. */
  @Test
  void aRowThatEndsEarlyChangesNoOtherTable() throws Exception {
    Typesetter typesetter = new TypesetterFactory().create(Manner.TRANSLATED);
    String table = "\\begin{pmatrix}a&&b\\\\&c&\\end{pmatrix}";
    Typesetter.Size before = Engines.sizeOf(table, MathStyle.DISPLAY, typesetter);
    typesetter.restore();
    String shortRow = "\\begin{matrix}a&b&c\\\\&\\\\a&b&c\\end{matrix}";
    Engines.sizeOf(shortRow, MathStyle.DISPLAY, typesetter);
    typesetter.restore();
    assertThat(Engines.sizeOf(table, MathStyle.DISPLAY, typesetter)).isEqualTo(before);
  }

  @Test
  void anEngineIsUsableAfterItBrokeDown() throws InterruptedException {
    Thread shallow =
        new Thread(
            null,
            () -> {
              try (RenderEngine engine = Engines.openInSandbox()) {
                String deep = "\\frac{".repeat(400) + "x" + "}{y}".repeat(400);
                engine.render(Engines.display(deep));
                assertThat(engine.render(Engines.display("\\frac12")).isRendered()).isTrue();
              }
            },
            "shallow",
            300 << 10);
    boolean[] hasFailed = new boolean[1];
    shallow.setUncaughtExceptionHandler((thread, failure) -> hasFailed[0] = true);
    shallow.start();
    shallow.join();
    assertThat(hasFailed[0]).isFalse();
  }
}
