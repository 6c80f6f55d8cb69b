package io.github.formulint.rules.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CjkTextInMathTest {

  private static RuleCheck rule;

  @BeforeAll
  static void start() {
    rule = new RuleCheck(new CjkTextInMath());
  }

  @AfterAll
  static void stop() {
    rule.close();
  }

  @Test
  void findsEachRunAtItsPlace() {
    rule.finds("税 $总价 = 单价 \\times 数量$", "总价", "单价", "数量");
    rule.finds("$(nがk個の素因数を持つ)$", "が", "個の素因数を持つ");
    rule.finds("$식 (9)=x$", "식");
  }

  @ParameterizedTest
  @ValueSource(strings = {"漢", "㐀", "𠮷", "豈", "々", "〇", "か", "ｶﾞ", "ー", "한", "ㅎ", "ᄒ", "ㄅ"})
  void knowsTheLettersOfAllScripts(String letter) {
    rule.mends("$x+" + letter + "文$", "$x+\\text{" + letter + "文}$");
  }

  @Test
  void takesAlongTheDigitsSpacesAndMarksThatBelongToTheText() {
    rule.mends("$第 3 章$", "$\\text{第 3 章}$");
    rule.mends("$a // 说明1$", "$a // \\text{说明1}$");
    rule.mends("$时间（秒），约翰·史密斯$", "$\\text{时间（秒），约翰·史密斯}$");
    rule.mends("$$x，其中 y$$", "$$x\\text{，其中 } y$$");
    rule.mends("$100回$", "$\\text{100回}$");
    rule.mends("$한국어 텍스트$", "$\\text{한국어 텍스트}$");
  }

  @Test
  void leavesNumbersAndVariablesToMathematics() {
    rule.mends("$差2^n$", "$\\text{差}2^n$");
    rule.mends("$x = 3个$", "$x = 3\\text{个}$");
    rule.mends("$f(n番目)$", "$f(n\\text{番目})$");
    rule.mends("$速度（v）$", "$\\text{速度}（v）$");
  }

  @Test
  void keepsTheSpaceBetweenWordAndVariable() {
    rule.mends("$小于 a 的质数$", "$\\text{小于 } a \\text{ 的质数}$");
    rule.mends("$x = 平均 + 1$", "$x = \\text{平均} + 1$");
    rule.mends("$a \\le 上限 \\\\ b$", "$a \\le \\text{上限} \\\\ b$");
  }

  @Test
  void putsBracesAroundAScriptOrArgumentOfOneLetter() {
    rule.mends("$x_中$", "$x_{\\text{中}}$");
    rule.mends("$\\hat你$", "$\\hat{\\text{你}}$");
    rule.mends("$\\frac路程$", "$\\frac{\\text{路}}{\\text{程}}$");
    rule.mends("$\\frac路程 $", "$\\frac{\\text{路}}{\\text{程}} $");
    rule.mends("$\\frac路 程$", "$\\frac{\\text{路}} {\\text{程}}$");
  }

  @Test
  void movesMoreLettersIntoAScriptOrArgumentOnlyOnRequest() {
    rule.mendsUnsafely("$x_中文$", "$x_{\\text{中文}}$");
    rule.mendsUnsafely("$\\sqrt面积$", "$\\sqrt{\\text{面积}}$");
    rule.mendsUnsafely("$\\frac路程时间$", "$\\frac{\\text{路程}}{\\text{时间}}$");
    rule.mendsUnsafely("$\\frac路程 时间$", "$\\frac{\\text{路程}} {\\text{时间}}$");
    rule.mendsUnsafely("$\\frac路程{t}$", "$\\frac{\\text{路程}}{t}$");
    rule.mendsUnsafely("$\\mathrm中文$", "$\\text{中文}$");
  }

  @Test
  void offersNothingWhereItCannotKnowWhichLettersBelongTogether() {
    rule.finds("$\\frac总路程时间$", "总路程时间");
    rule.offersNoFix("$\\frac总路程时间$");
  }

  @Test
  void keepsTheFont() {
    rule.mends("$\\mathrm{中文}$", "$\\text{中文}$");
    rule.mends("$\\mathbf{中}+\\mathit{文}$", "$\\textbf{中}+\\textit{文}$");
    rule.mends("$\\mathbf{中a}$", "$\\mathbf{\\textbf{中}a}$");
    rule.mends("$\\boldsymbol{向量}$", "$\\boldsymbol{\\textbf{向量}}$");
    rule.mends("$\\mathrm{\\{猫, 狗\\}}$", "$\\mathrm{\\{\\text{猫}, \\text{狗}\\}}$");
  }

  @Test
  void worksWithinArgumentsScriptsAndCells() {
    rule.mends("$\\operatorname{损失}(x)$", "$\\operatorname{\\text{损失}}(x)$");
    rule.mends("$\\frac{路程}{时间}$", "$\\frac{\\text{路程}}{\\text{时间}}$");
    rule.mends("$x_{最大}^{\\underset{条件}{y}}$", "$x_{\\text{最大}}^{\\underset{\\text{条件}}{y}}$");
    rule.mends(
        "$$\n\\begin{cases}\n1 & 偶数 \\\\ 0 & 奇数\n\\end{cases}\n$$",
        "$$\n\\begin{cases}\n1 & \\text{偶数} \\\\ 0 & \\text{奇数}\n\\end{cases}\n$$");
    rule.mends("$\\text{若 \\(偶\\)}$", "$\\text{若 \\(\\text{偶}\\)}$");
  }

  @Test
  void keepsLinesAndTheirPrefixes() {
    rule.mends(
        "> - $$\r\n>   x = 长\r\n>   度\r\n>   $$\r\n",
        "> - $$\r\n>   x = \\text{长}\r\n>   \\text{度}\r\n>   $$\r\n");
    rule.mends("| a |\n|---|\n| $中$ |\n", "| a |\n|---|\n| $\\text{中}$ |\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$\\text{中文} \\textbf{中} \\mbox{文}$",
        "$$x \\tag{式1}$$",
        "$$x \\label{式1}$$",
        "$$\nx % 注释\n$$",
        "$\\href{https://例え.jp/中文}{x}$",
        "$\\textcolor{red}{x}$ 中文 $x$",
        "$\\begin{中文}x\\end{中文}$",
        "$\\newcommand{\\a}{中}x$",
        "$\\verb|中文|$"
      })
  void leavesAloneWhatIsText(String document) {
    rule.leavesAlone(document);
  }

  @Test
  void isAnErrorWhereAnEngineRejectsTheText() {
    rule.rates("$x_中$", Severity.WARNING);
    rule.rates("$\\left中 x \\right)$", Severity.ERROR);
  }

  @Test
  void namesTheLanguage() {
    assertThat(rule.findings("$平均$")).singleElement().asString().contains("Chinese characters");
    assertThat(rule.findings("$データ$")).singleElement().asString().contains("Japanese text");
    assertThat(rule.findings("$식$")).singleElement().asString().contains("Korean text");
  }
}
