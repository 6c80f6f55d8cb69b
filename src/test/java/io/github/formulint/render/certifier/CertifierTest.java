package io.github.formulint.render.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proven without KaTeX, and what is left to it. */
class CertifierTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " x ",
        "a_1^2 + b'' = c'^2_i",
        "\\frac12 + \\frac{a}{b} \\sqrt[3]{x} \\sqrt x",
        "x^\\frac12 + y_\\text{最大} + z^\\mathrm{T}",
        "\\sum_{i=1}^n \\sum\\limits_{i} \\int\\nolimits_0^1",
        "\\operatorname{lcm}(a, b) \\operatorname*{arg\\,max}_x \\argmax\\limits_x",
        "\\left( \\frac{a}{b} \\middle| c \\right] \\bigl\\{ x \\bigr\\}",
        "\\begin{cases} 1, & n = 0 \\\\[1em] 2, & \\text{otherwise (否则)} \\end{cases}",
        "\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}^T",
        "\\begin{pmatrix} a & b & c & d \\\\ \\end{pmatrix}",
        "a \\equiv b \\pmod p \\pmod{m^2} \\mod n^2 \\bmod 3",
        "\\text{若 $x > 0$ 则 \\textbf{bold}}",
        "a \\ne b \\iff c \\ldots \\dots = d, \\cdots",
        "{a + b \\over c} {n \\choose k}",
        "\\sum_{\\substack{i < n \\\\ i \\mid n}} i",
        "\\textcolor{red}{x} \\color{#00f} y",
        "x \\hspace{1em} y \\quad z \\kern-1.5em w",
        "x % a comment\n+ y",
        "\\mathbf x \\mathbb{R} \\boldsymbol{\\alpha} {\\rm d} x \\displaystyle y",
        "\\overset{\\text{def}}{=} \\underbrace{a + b}_{n} \\hat{x} \\vec v",
      })
  void provesPlainFormulas(String tex) {
    assertThat(isCertain(tex, MathStyle.INLINE)).isTrue();
    assertThat(isCertain(tex, MathStyle.DISPLAY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Rejected by KaTeX.
        "x^2^3",
        "x'^2'",
        "x' '",
        "x^\\sqrt2",
        "x\\limits_2",
        "{x",
        "x}",
        "a & b",
        "\\left( x",
        "\\left( x \\right",
        "\\left x y \\right)",
        "x \\middle| y",
        "\\frac{1}",
        "\\frac\\frac12 3",
        "\\sqrt[\\sqrt[3]{x}]{y}",
        "\\unknown",
        "a \\over b \\over c",
        "\\text{a_b}",
        "\\text{\\alpha}",
        "\\begin{matrix} a \\end{pmatrix}",
        "\\begin{unknown} a \\end{unknown}",
        "\\hline",
        "\\textbf{\\texttt{x}}",
        "\\color{r d} x",
        "\\kern1zz",
        "\\rule 1em{1em}",
        "\\noexpand x",
        "\\tag{1} \\tag{2}",
        "\u0007",
        "\ud800",
        // Reported by KaTeX.
        "中文",
        "é",
        "\\text{\u200b}",
        "x % a comment",
        "\\kern1mu",
        "\\'e",
        "\\begin{array}{c} a & b \\end{array}",
        "\\operatorname{\\alpha}",
        "\\operatorname{\\pmod\\omega}",
        "\\textbf{α}",
        "\\origof",
        "\\href{a}{b}",
      })
  void leavesWhatKatexObjectsTo(String tex) {
    assertThat(isCertain(tex, MathStyle.INLINE)).isFalse();
    assertThat(isCertain(tex, MathStyle.DISPLAY)).isFalse();
  }

  @Test
  void tellsInlineFromDisplay() {
    assertThat(isCertain("x \\tag{1}", MathStyle.DISPLAY)).isTrue();
    assertThat(isCertain("x \\tag{1}", MathStyle.INLINE)).isFalse();
    assertThat(isCertain("\\begin{align} a &= b \\end{align}", MathStyle.DISPLAY)).isTrue();
    assertThat(isCertain("\\begin{align} a &= b \\end{align}", MathStyle.INLINE)).isFalse();
    // KaTeX reports a line break in a formula on lines of its own.
    assertThat(isCertain("a \\\\ b", MathStyle.INLINE)).isTrue();
    assertThat(isCertain("a \\\\ b", MathStyle.DISPLAY)).isFalse();
  }

  /** KaTeX gives up after expanding a thousand macros, and each of these is several. */
  @Test
  void leavesFormulasWithVeryManyMacros() {
    assertThat(isCertain("a\\ne b".repeat(10), MathStyle.INLINE)).isTrue();
    assertThat(isCertain("a\\ne b".repeat(500), MathStyle.INLINE)).isFalse();
  }

  /** KaTeX calls itself for each level and may run out of stack. */
  @Test
  void leavesDeepAndLongFormulas() {
    assertThat(isCertain("{".repeat(10) + "}".repeat(10), MathStyle.INLINE)).isTrue();
    assertThat(isCertain("{".repeat(5000) + "}".repeat(5000), MathStyle.INLINE)).isFalse();
    assertThat(isCertain("x".repeat(100_000), MathStyle.INLINE)).isFalse();
  }

  /** A formula may redefine commands; nothing that it then says is plain. */
  @Test
  void leavesDefinitions() {
    assertThat(isCertain("\\def\\alpha{\\undefined} \\alpha", MathStyle.INLINE)).isFalse();
    assertThat(isCertain("\\newcommand{\\x}{y} x", MathStyle.INLINE)).isFalse();
    assertThat(isCertain("\\let\\frac\\sqrt \\frac12", MathStyle.INLINE)).isFalse();
  }

  private static boolean isCertain(String tex, MathStyle style) {
    return Certifier.katex().certifies(new MathSource(tex, style));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a_1^2 + b'' = \\frac{a}{b} \\sqrt[3]{x}",
        "x^\\frac12 + z^\\mathrm{T} + \\lim\\limits_{n} \\sum\\nolimits_0^1",
        "\\left( \\frac{a}{b} \\middle| c \\right] \\bigl\\{ x \\bigr\\}",
        "\\begin{cases} 1, & n = 0 \\\\[1em] 2, & \\text{otherwise (否则)} \\end{cases}",
        "\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}^T",
        "{a + b \\over c} \\quad \\displaystyle \\boldsymbol{\\alpha}_1",
        "中文 + x_{最大}",
        "\\text{若 $x > 0$ 则}"
      })
  void provesPlainFormulasForMathJax(String tex) {
    for (String setup : new String[] {"github", "full", "standard"}) {
      Certifier certifier = Certifier.mathjax(setup);
      assertThat(certifier.certifies(new MathSource(tex, MathStyle.INLINE))).as(setup).isTrue();
      assertThat(certifier.certifies(new MathSource(tex, MathStyle.DISPLAY))).as(setup).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x^2^3",
        "{x",
        "a & b",
        "\\sqrt\\frac12",
        "\\frac\\sqrt2 3",
        "x^\\not",
        "x^\\dots",
        "e_a\\cal _b",
        "x_a\\boldsymbol{}_b",
        "\\boldsymbol{x_a}_b",
        "\\mathit{_dp_i}",
        "\\prod\\displaystyle\\nolimits_i",
        "\\mod{x_a}_b",
        "\\boldsymbol{r~\\boldsymbol{e}_e}_z",
        "x_a\\boldsymbol{\\rm}_b",
        "\\cfrac[2]{1}{l}",
        "\\kern1bp",
        "x\\limits_2",
        "\\sum_a\\limits^b",
        "\\begin{aligned} x \\tag{1} \\end{aligned}",
        "\\begin{align} x \\end{align}\\begin{align} y \\end{align}",
        "\\frac{a % }\n}{b}",
        "\\R",
        "\\unknown",
        "\\newcommand{\\x}{y}\\x",
        "\\ud800",
        "x\u2019^2",
        "x_.0_0",
        "a_.2'_1",
        "\\operatorname{x_k-zp_k}",
        "\\operatorname{x_a*b_c}"
      })
  void leavesWhatMathJaxObjectsTo(String tex) {
    for (String setup : new String[] {"github", "full", "standard"}) {
      Certifier certifier = Certifier.mathjax(setup);
      assertThat(certifier.certifies(new MathSource(tex, MathStyle.DISPLAY))).as(setup).isFalse();
    }
  }
}
