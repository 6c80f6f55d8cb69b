package io.github.formulint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.jlatexmath.JLatexMathProvider;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One mistake is told once, by its cause, and mended as its author would. {@code ⏎} stands for the
 * end of a line.
 */
class CausesTest {

  private static FormulaJudge judge;
  private static Linter linter;

  @BeforeAll
  static void openEngines() {
    judge =
        new FormulaJudge(
            List.of(new KatexProvider(), new JLatexMathProvider(Manner.TRANSLATED, notice -> {})),
            1,
            notice -> {});
    linter = new Linter(new UniversalReader(), judge::judge, BuiltInRules.all());
  }

  @AfterAll
  static void closeEngines() {
    judge.close();
  }

  private static List<Diagnostic> lint(String marked) {
    return linter.lint(SourceFile.of("a.md", marked.replace('⏎', '\n') + "\n")).diagnostics();
  }

  private static String mended(String marked, Set<Applicability> allowed) {
    SourceFile file = SourceFile.of("a.md", marked.replace('⏎', '\n') + "\n");
    String text = linter.mend(file, allowed).result().document().text();
    return text.strip().replace('\n', '⏎');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '¤',
      value = {
        "$[\\begin{array}&u_1&u_2\\end{array}]$ ¦ invalid-columns",
        "$\\left(\\begin{array}&a\\\\b&c\\end{array}\\right)$ ¦ invalid-columns",
        "$$⏎y = \\text{(80%の層)} \\\\⏎z = \\text{B}_k⏎$$ ¦ swallowing-comment",
        "$$⏎\\text{60% of} + x_\\text{n}⏎+ \\text{c}^2⏎$$ ¦ swallowing-comment",
        "$\\mit \\boldsymbol{Y}$ ¦ unsupported-command",
        "$$⏎\\begin{eqnarray*}⏎a&=&b\\tag{1}\\\\⏎c&=&d\\tag{2}⏎\\end{eqnarray*}⏎$$ ¦"
            + " unsupported-environment",
        "$$w_{n-($$M-1$$)}$$ ¦ unbalanced-brace",
        "$$\\ 시작 {bmatrix} 1\\\\ 2\\ 끝 {bmatrix} & 2$$ ¦ translated-command",
        "$\\left( x \\ 오른쪽)$ ¦ translated-command"
      })
  void causesAreToldAndNotTheirEchoes(String marked, String rule) {
    assertThat(lint(marked)).extracting(each -> each.rule().name()).containsExactly(rule);
  }

  @Test
  void mistakesThatDoNotDependOnEachOtherAreAllTold() {
    assertThat(lint("$x_\\max + \\text{find_kth} + y^2^3 + \\part$"))
        .extracting(each -> each.rule().name())
        .containsExactly(
            "unbraced-argument", "script-in-text", "double-script", "undefined-command");
  }

  @Test
  void aFormulaFullOfMistakesIsToldInTime() {
    assertThat(lint("$$" + "\\qqqq x_\\max \\text{a_b} ".repeat(2000) + "$$")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '¤',
      value = {
        "$\\left[\\begin{array}\\\\3\\\\4\\end{array}\\right]$ ¦"
            + " $\\left[\\begin{array}{c}3\\\\4\\end{array}\\right]$",
        "$\\begin{array}&u_1&u_2\\end{array}$ ¦ $\\begin{array}{cc}u_1&u_2\\end{array}$",
        "$\\begin{array}&a\\\\ b&c\\end{array}$ ¦ $\\begin{array}{cc}&a\\\\ b&c\\end{array}$",
        "$\\Min(\\mathcal{B})$ ¦ $\\operatorname{Min}(\\mathcal{B})$",
        "$\\Prime(x)$ ¦ $\\operatorname{Prime}(x)$",
        "$\\Frac{a}{b}$ ¦ $\\frac{a}{b}$",
        "$Q\\{min}$ ¦ $Q\\{min\\}$",
        "$\\bf Q^m\\mit , z_j$ ¦ ${\\bf Q^m} , z_j$",
        "$\\mit \\boldsymbol{Y}$ ¦ $\\mathit{\\boldsymbol{Y}}$",
        "$V'_{ab}^{2}$ ¦ ${V'}_{ab}^{2}$",
        "$\\begin{bmatrix}5\\6\\end{bmatrix}$ ¦ $\\begin{bmatrix}5\\\\6\\end{bmatrix}$",
        "$\\frac{\\part f}{\\part x}$ ¦ $\\frac{\\partial f}{\\partial x}$",
        "$\\\\frac{3}{4}$ ¦ $\\frac{3}{4}$",
        "$$\\\\begin{bmatrix} 1 \\\\\\\\ 3 \\\\end{bmatrix}$$ ¦"
            + " $$\\begin{bmatrix} 1 \\\\ 3 \\end{bmatrix}$$",
        "$x = 1 \\tag{2}$ ¦ $$⏎x = 1 \\tag{2}⏎$$",
        "$ω_ψ′$ ¦ $ω_ψ'$",
        "$1-\\ 베타 = 90\\%$ ¦ $1-\\beta = 90\\%$",
        "$q\\ 왼쪽 화살표 0$ ¦ $q\\leftarrow 0$",
        "$\\ frac {d} {dx}$ ¦ $\\frac {d} {dx}$",
        "$\\textcircled{12}$ ¦ $\\text{⑫}$"
      })
  void whatOnlyTheAuthorCanSayIsMendedWhenAsked(String marked, String expected) {
    assertThat(mended(marked, Set.of(Applicability.SAFE))).isEqualTo(marked);
    assertThat(mended(marked, Set.of(Applicability.SAFE, Applicability.UNSAFE)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '¤',
      value = {
        "$$⏎p&=&q\\\\⏎&=&r⏎$$ ¦ $$⏎\\begin{aligned} p&=q\\\\⏎&=r \\end{aligned}⏎$$",
        "$$⏎\\begin{aligned}⏎a &= b \\tag{1}\\\\⏎c &= d \\tag{2}⏎\\end{aligned}⏎$$ ¦"
            + " $$⏎\\begin{align}⏎a &= b \\tag{1}\\\\⏎c &= d \\tag{2}⏎\\end{align}⏎$$",
        "$$⏎\\begin{aligned}⏎a &= b \\tag{1}\\\\⏎c &= d \\tag{2}\\\\⏎e⏎\\end{aligned}⏎$$ ¦"
            + " $$⏎\\begin{align*}⏎a &= b \\tag{1}\\\\⏎c &= d \\tag{2}\\\\⏎e⏎\\end{align*}⏎$$",
        "$\\text{p ≠ q}$ ¦ $\\text{p }≠\\text{ q}$",
        "$A^{θ′}$ ¦ $A^{θ'}$",
        "$a \\pi 直径$ ¦ $a \\pi \\text{直径}$",
        "$x 直径 y$ ¦ $x \\text{ 直径 } y$"
      })
  void whatIsSureIsMended(String marked, String expected) {
    assertThat(mended(marked, Set.of(Applicability.SAFE))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$$G = c>0% Formula (7)$$",
        "$$G = c>0% 식 (7)$$",
        "$$G = c>0 % see the appendix$$",
        "$$\\begin{aligned} a &= b \\\\sin x &= c \\end{aligned}$$",
        "$a \\\\ b$ und $x^{′}$ und $y^′$",
        "$f(x)\\ in\\ A,\\ delta_2 = 7$ und $x \\ for\\ all\\ y$",
        "$\\textbf{int}\\ delta0(\\textbf{char}\\ char)$",
        "$\\textcircled{1} + \\textcircled{\\scriptsize 12}$",
        "$\\text{a → b, c ≤ d, α}$"
      })
  void whatIsRightIsLeftInPeace(String marked) {
    assertThat(lint(marked)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '¤',
      value = {
        "$中文 = x$ ¦ draws it like text",
        "$\\mathbf{中文}$ ¦ draws it like text",
        "$\\bf 中文$ ¦ draws it otherwise",
        "$点击 次数$ ¦ its spaces are lost",
        "$x 直径 y$ ¦ its spaces are lost",
        "$a\u200Bb$ ¦ draws nothing for it",
        "$\\text{p ≠ q}$ ¦ `≠` is mathematics",
        "$$⏎x = 1 \\⏎$$ ¦ a lone `\\` stands at the end",
        "$\\begin{bmatrix}5\\6\\end{bmatrix}$ ¦ has lost a backslash",
        "$Q\\{min}$ ¦ closed by a `}` without a backslash"
      })
  void messagesSayWhatIsTrueOfThisFormula(String marked, String words) {
    assertThat(lint(marked)).first().extracting(Diagnostic::message).asString().contains(words);
  }
}
