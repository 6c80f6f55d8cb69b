package io.github.formulint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.jlatexmath.JLatexMathProvider;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The faults of TeX that people make most, each in a document of its own: what is found, and where.
 * {@code «} and {@code »} stand around the place, {@code ⏎} for the end of a line.
 */
class TypicalFaultsTest {

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

  private static List<String> findings(String text) {
    return linter.lint(SourceFile.of("a.md", text)).diagnostics().stream()
        .map(finding -> describe(finding, text))
        .toList();
  }

  private static String describe(Diagnostic finding, String text) {
    return finding.rule() + " " + finding.span() + " " + finding.span().of(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '¤',
      value = {
        "undefined-command ¦ 映射 $x «\\mpasto» f(x)$。",
        "undefined-command ¦ - $\\frac{«\\alhpaa»}{2}$ 는 절반이다.",
        "unsupported-command ¦ 勾配 $«\\grad» f$ を求める。",
        "unsupported-command ¦ 集合 $\\set{x«\\VERT» x<5}$。",
        "unsupported-command ¦ ${«\\mit»\\Gamma}$ is a group.",
        "unsupported-command ¦ $$⏎«\\eqalign»{a &= b \\\\ c &= d}⏎$$",
        "unsupported-command ¦ 长度 $«\\SI»{5}{m}$",
        "undefined-environment ¦ $$⏎«\\begin{alinged}» a \\end{alinged}⏎$$",
        "unsupported-environment ¦ > $$⏎> «\\begin{eqnarray}»⏎> a &=& b⏎> \\end{eqnarray}⏎> $$",
        "script-in-text ¦ | a |⏎| --- |⏎| $\\text{find«_»kth}$ |",
        "script-in-text ¦ 면적 $5 \\text{m«^»2}$",
        "unbraced-argument ¦ 最大 $x_«\\max»$ 。",
        "unbraced-argument ¦ $a^«\\sqrt»{2}$",
        "misplaced-limits ¦ $\\sum_«\\limits»{i=1}^n a_i$",
        "misplaced-limits ¦ $\\mathrm{argmax}«\\limits»_x f$",
        "double-script ¦ $x^2«^»3$",
        "double-script ¦ $a_i«_»j$",
        "double-script ¦ $f^2«'»$",
        "unbalanced-brace ¦ 1. $\\frac{1}«{»2$",
        "unbalanced-brace ¦ $\\frac{a}{b}«}»$",
        "unbalanced-brace ¦ $\\sqrt«[»3{x}$",
        "unpaired-left-right ¦ $«\\left»( x, y$",
        "unpaired-left-right ¦ $(x «\\right»)$",
        "invalid-delimiter ¦ $\\left«{» x \\right}$",
        "unpaired-environment ¦ $$⏎\\begin{cases}⏎x \\\\⏎y⏎«\\end{case}»⏎$$",
        "unpaired-environment ¦ $«\\begin{matrix}» a & b$",
        "display-only-environment ¦ 于是 $«\\begin{align}» a &= b \\end{align}$",
        "misplaced-tag ¦ $x = 1 «\\tag»{1}$",
        "misplaced-tag ¦ $$⏎x = 1 \\tag{1} «\\tag»{2}⏎$$",
        "invalid-columns ¦ $$⏎«\\begin{array}»⏎1 & 2 \\\\⏎3 & 4⏎\\end{array}⏎$$",
        "invalid-columns ¦ $\\begin{array}{l«p»} a & b \\end{array}$",
        "misplaced-alignment ¦ $$⏎a «&»= b \\\\⏎c &= d⏎$$",
        "misplaced-alignment ¦ $a «&lt;» b$",
        "swallowing-comment ¦ $50 \\text{ «%»}$",
        "swallowing-comment ¦ 占 $95«%»$ 。",
        "unescaped-hash ¦ $«#»S = n$",
        "nested-dollar ¦ ```math⏎a \\text{ for all «$$»y \\in C$$}⏎```",
        "nested-dollar ¦ $$ x = «$»5 $$",
        "missing-argument ¦ $«\\frac»{a}$",
        "missing-argument ¦ $x«^»$",
        "misplaced-command ¦ $\\text{如果 «\\alpha» > 0}$",
        "invalid-length ¦ $a\\hspace«7ex» b$",
        "invalid-color ¦ $\\color«{#12345}» x$",
        "markdown-escape ¦ $a «\\*» b$",
        "markdown-escape ¦ 集合 $«\\\\{»1, 2\\\\}$",
        "render-failure ¦ $a \\over b «\\over »c$"
      })
  void isFoundAtItsPlace(String rule, String marked) {
    String text = marked.replace('⏎', '\n') + "\n";
    int start = text.indexOf('«');
    int end = text.indexOf('»') - 1;
    String plain = text.replace("«", "").replace("»", "");
    String place = plain.substring(start, end);
    assertThat(findings(plain))
        .containsExactly(rule + " Span[start=" + start + ", end=" + end + "] " + place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "映射 $x \\mapsto f(x)$，梯度 $\\nabla f$，${\\bf x} + {\\rm d}t$。",
        "$\\text{find\\_kth}(x_{\\max}) = \\sum\\limits_{i=1}^n a_i$",
        "${x^2}^3 + a_{i_j} + f'^2 + f''(x) + x_i^2$",
        "$\\left( \\frac{1}{2} \\right] + \\left\\{ x \\middle| y \\right\\} + \\left. x \\right|$",
        "$$⏎\\begin{align}⏎a &= b \\tag{1} \\\\⏎c &= d \\tag{2}⏎\\end{align}⏎$$",
        "$\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}$ 和 $\\begin{array}{l|r} 1 & 2 \\end{array}$",
        "$50\\% + \\#S + \\text{if $x > 0$} + \\text{价格 \\$5}$",
        "$$⏎a = b % 식 (13)⏎$$",
        "$$⏎a = b % half of it⏎c + d⏎$$",
        "$\\def\\f#1{x_#1} \\f{1} + \\dfrac12 + x^\\frac12 + \\sqrt[3]{x}$",
        "$\\begin{matrix} a \\\\ {b} \\end{matrix}$，$a \\hspace{1em} b$，$\\color{red} x$",
        "- $a \\\\ b$⏎- $\\mathop{\\mathrm{argmax}}\\limits_x f$"
      })
  void whatIsRightIsLeftInPeace(String marked) {
    assertThat(findings(marked.replace('⏎', '\n') + "\n")).isEmpty();
  }
}
