package io.github.formulint.markdown.universal;

import static io.github.formulint.markdown.universal.ReadingAssert.assertFormulas;
import static io.github.formulint.markdown.universal.ReadingAssert.assertNoFormula;
import static io.github.formulint.markdown.universal.ReadingAssert.assertStrays;
import static io.github.formulint.markdown.universal.ReadingAssert.describe;
import static io.github.formulint.markdown.universal.ReadingAssert.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which dollars of a paragraph belong together, and which marks of display formulas. */
class PairingTest {

  @Test
  void spaceAtOneEndDoesNotTurnPairsInsideOut() {
    assertFormulas("计算$(PQ)R $的第$(s,t)$项。", "$(PQ)R $", "$(s,t)$");
    assertFormulas("因为$ Var(X) = 1$而且$y$大", "$ Var(X) = 1$", "$y$");
    assertFormulas("행렬$ (AB)C$의 성분$(i,j)$는", "$ (AB)C$", "$(i,j)$");
    assertFormulas("set $T^{-1}_{v} $The next is $v $.", "$T^{-1}_{v} $", "$v $");
    assertFormulas("> - 计算$(PQ)R $的第\r\n>   $(s,t)$项和$u$。", "$(PQ)R $", "$(s,t)$", "$u$");
    assertFormulas("| 项 |\n|---|\n| 计算$(PQ)R $的第$(s,t)$项 |", "$(PQ)R $", "$(s,t)$");
  }

  @Test
  void aDollarTooManyDoesNotTurnThePairsBehindIt() {
    assertThat(describe(read("lines $L_1$, $L_2, $L_3$ and $L_4$")))
        .containsExactly("$L_1$", "$L_3$", "$L_4$");
    assertThat(describe(read("设$n为整数，则$x$是$y$的倍数"))).containsExactly("$x$", "$y$");
    assertThat(describe(read("그 값은 $5이고 $x$와 $y$는 같다"))).containsExactly("$x$", "$y$");
  }

  @Test
  void neighboursOfTwoBrokenFormulasArePairedByNobody() {
    assertStrays("Let $z + 2 be even; S(Y) \\geq 0$ x", "torn $z + 2 be even; S(Y) \\geq 0$");
    assertStrays(
        "> - $n > 3 is odd, so we have f \\leq 2$", "torn $n > 3 is odd, so we have f \\leq 2$");
    assertStrays("设 $a_1 为偶数。于是 b \\geq 0$ 成立", "torn $a_1 为偶数。于是 b \\geq 0$");
    assertFormulas(
        "$P(A and B)$ and $x \\text{ where y is z}$", "$P(A and B)$", "$x \\text{ where y is z}$");
    assertNoFormula("So $i is then in the conds_query($n), and $n is then set to f($i).");
    assertFormulas("$loss = cross entropy(y, \\hat y)$", "$loss = cross entropy(y, \\hat y)$");
    assertFormulas("$x > 0，且 y \\in A$", "$x > 0，且 y \\in A$");
  }

  @Test
  void blankLinesCutFormulas() {
    assertStrays("So $$b = c + d,\n\nd = b$$ holds", "cut $$b = c + d,\n\nd = b$$");
    assertStrays("> 则 $$b = c\n>\n> d = b$$。", "cut $$b = c\n>\n> d = b$$");
    assertStrays("$$b = c + d,\n\nd = b$$", "cut $$b = c + d,\n\nd = b$$");
    assertFormulas("$$\nb = c\n\nd = b\n$$", "$$b = c\n\nd = b$$");
    assertStrays("It costs $$5 and\n\nmore $$6.");
  }

  @Test
  void twoDollarsCloseBehindABackslash() {
    assertFormulas("则 $$a \\$$ 与 $$b$$", "$$a \\$$", "$$b$$");
    assertFormulas("$$x = \\text{\\$5}$$ $$5\\$$$", "$$x = \\text{\\$5}$$", "$$5\\$$$");
    assertFormulas("则 $x^2 \\$。", "$x^2 \\$");
    assertNoFormula("a \\$5 note and $HOME\\$ there");
  }

  @Test
  void dollarsOfDoxygenHaveACommandBeforeThem() {
    for (Formula formula : read("let \\f$C_1\\f$ be, 设\\f$ x \\f$和\\f$ y\\f$").formulas()) {
      assertThat(formula.tex()).doesNotContain("\\f").isNotBlank();
    }
    assertThat(read("let \\f$C_1\\f$ be, 设\\f$ x \\f$和\\f$ y\\f$").formulas()).hasSize(3);
  }

  @Test
  void dollarsOfBannersAndPatternsAreText() {
    assertNoFormula(
        "$$$$$$$$ |$$$$$$$  |  $$ |\n$$  __$$ |$$  __$$<   $$ |\n$$ |  $$ |$$ |  $$ |  $$ |");
    assertNoFormula("标识符：下划线（_），美元（$）和数字（0〜9），单位是美元（$），基于");
    assertNoFormula("between (¥) and ($) here, ($) there");
    assertNoFormula("2. $& 插入匹配的子串 例如 str.replace(re,'$&') 不变；");
  }

  @Test
  void formulasTouchAlsoWhereADoubtCameBefore() {
    assertFormulas("数$(PQ)R $和$a$$b$与$c$", "$(PQ)R $", "$a$", "$b$", "$c$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "独立，$D(uv)=D(u)D(v) $.",
        "设矩阵$ J = diag(2, 2)$。",
        "函数 $go(pos, last, bound, free)$，",
        "即 $pq, pr, ps, qr, qs, ...$。",
        "the call $f(lo, mid, hi, key)$ ends",
        "값 $ab, cd, ef, gh$ 은"
      })
  void namesMayStandInFormulas(String markdown) {
    assertThat(read(markdown).formulas()).as(markdown).hasSize(1);
    assertThat(read(markdown).strays()).as(markdown).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-o run-%j-${3}.log  # a\n#JOB -e run-%j-${3}.err",
        "cp ${1}/a ${2}/b",
        "**40$** for one, **90$** for two",
        "40$，两个90$",
        "R$ 8,90 … R$ 12,40 … R$ 15,00",
        "Pay $7, $12 or $30.",
        "`$i` in PHP: $x = 5; and $y",
        "Set $x = 5 in the script.",
        "US$ 8 = RMB$ 56",
        "a $ sign, and one $ more, and $"
      })
  void pricesAndVariablesStayText(String markdown) {
    assertNoFormula(markdown);
  }

  @Test
  void escapedBracketsOfMarkdownAreText() {
    assertNoFormula("[문장 = \\[명사 + 동사\\]] 꼴");
    assertNoFormula("\\[**결과**\\]");
    assertNoFormula("见\\[附录 + 勘误\\]。");
    assertNoFormula("見よ\\(付録 + 訂正\\)。");
    assertNoFormula("- \\[*note*\\]\n- \\[A/B\\] test");
    assertFormulas("수열\\[$$a_1, \\dots, a_n$$\\]을", "$$a_1, \\dots, a_n$$");
    assertFormulas("数据$S$\\[又称样本，注意与$\\mathcal{S}$不同\\]。", "$S$", "$\\mathcal{S}$");
    assertFormulas("see \\($x$ and $y$\\)", "$x$", "$y$");
  }

  @Test
  void bracketsWithEquationsAreFormulas() {
    assertFormulas("text\n\n\\[ (p-q)=pq \\]\n\ntext", "\\[ (p-q)=pq \\]");
    assertFormulas("\\[ 速度 = 距离 / 时间 \\]", "\\[ 速度 = 距离 / 时间 \\]");
    assertFormulas("so \\[ a + b \\] and \\[c=d\\]", "\\[ a + b \\]", "\\[c=d\\]");
    assertFormulas("\\[ x = \\text{if $y$} \\]", "\\[ x = \\text{if $y$} \\]");
  }

  @Test
  void bothMarksOfAPairBelongTogether() {
    assertFormulas(
        "$$\nfinal rate = max(first rate, last rate)\n$$\n\n$$\ny=2\n$$",
        "$$final rate = max(first rate, last rate)$$",
        "$$y=2$$");
    assertFormulas("$$\nT(x)=u\n由上文可知，$q_N$收敛。\n$$\n后文", "$$T(x)=u\n由上文可知，$q_N$收敛。$$");
    assertFormulas("> $$\n> T(x)=u\n> 由上文可知，$q_N$收敛。\n> $$\n> 后文", "$$T(x)=u\n由上文可知，$q_N$收敛。$$");
  }

  @Test
  void aMarkThatIsMissingIsToldOnce() {
    assertStrays("$$\na = b\nwhere a is the first number of all\n\n$$\nc = d\n$$", "unclosed $$");
  }

  @Test
  void displayFormulasInElementsMayHaveBlankLines() {
    assertFormulas("<center>$$\ns\n=\n\n2\n$$</center>\n\nThen $x$.", "$$s\n=\n\n2$$", "$x$");
    assertFormulas("$$(batch, width, width)$$ 의 모양", "$$(batch, width, width)$$");
  }

  @Test
  void commentsOfMdxHoldNoFormulas() {
    assertFormulas("{/* $x$ and \\(y\\)\n\n$$\nb\n$$\n*/}\n\nThen $z$.", "$z$");
    assertFormulas("Cost $5 {/* $x$ */} and $z$", "$z$");
    assertFormulas("| a {/* $x$ */} | $b$ |\n|---|---|\n| $t$ | {/* $$u$$ */} |", "$b$", "$t$");
  }

  @Test
  void delimitersBreakWithoutACommandToo() {
    assertStrays("the $\\textit{h} > 0, we stop.", "unclosed $");
    assertStrays("lines $L_1$, $L_2, $L_3$", "unclosed $");
    assertStrays("on $m \\le 9 we", "unclosed $");
    assertStrays("For each $i$ \\in [0, m]$, we", "unopened $");
    assertStrays("S(Y) \\geq 0$ for all", "unopened $");
    assertStrays("is $O(n)`", "$ closed by `");
    assertStrays("is `O(n)$ here", "unopened $");
    assertStrays("Let $z + 2 be one.", "unclosed $");
    assertStrays("设 $n + 1 为整数", "unclosed $");
    assertStrays("text $$b = c + d 成立。", "unclosed $$");
    assertStrays("> - on $m \\le 9 we\r\n> - b", "unclosed $");
  }

  @Test
  void delimitersMayStandTwiceOrNotAtAll() {
    assertStrays("$$\n\\[\ny = 2\n\\]\n$$", "nested \\[");
    assertStrays("> $$\r\n> \\[\r\n> y = 2\r\n> \\]\r\n> $$", "nested \\[");
    assertThat(describe(read("$$\n\\[\ny = 2\n\\]\n$$"))).containsExactly("$$y = 2$$");
    assertStrays("[ E = \\frac{1}{2} k x^2 ]", "bare [ E = \\frac{1}{2} k x^2 ]");
    assertStrays("- \\boxed{2.7}", "bare \\boxed{2.7}");
    assertNoFormula(
        "so \\boxed{2.7} it is, [see \\frac](a), [ ] \\text, [ the word \\text is one ]");
  }

  @Test
  void manyDollarsInDoubtTakeNoLongerThanTheyShould() {
    String markdown = "数$n为 ".repeat(20_000);
    Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> read(markdown));
  }
}
