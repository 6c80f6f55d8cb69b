package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullwidthPunctuationTest {

  private static RuleCheck rule;

  @BeforeAll
  static void start() {
    rule = new RuleCheck(new FullwidthPunctuation());
  }

  @AfterAll
  static void stop() {
    rule.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '!',
      value = {
        "$x＝y＋1－z＊w／2$ => $x=y+1-z*w/2$",
        "$（a，b］$ => $(a,b]$",
        "$｛1；2｝$ => $\\{1;2\\}$",
        "$x、y$ => $x,y$",
        "$f：X→Y$ => $f:X→Y$",
        "$3．14$ => $3.14$",
        "$50％$ => $50\\%$",
        "$x＆＃＄＿y$ => $x\\&\\#\\$\\_y$",
        "$a＼b$ => $a\\backslash b$",
        "$1～n$ => $1\\sim n$",
        "$P(A｜B)$ => $P(A|B)$",
        "$a＜1$ => $a<1$",
        "$x^％$ => $x^\\%$",
        "$x。y$ => $x\\text{。}y$",
        "$‘a’$ => $\\text{‘}a\\text{’}$",
        "$S’+(a)’$ => $S'+(a)'$",
        "$〈x〉$ => $\\langle x\\rangle$",
        "$﹣x﹢y$ => $-x+y$"
      })
  void writesWhatTheEnginesUnderstand(String document, String expected) {
    rule.mends(document, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$5 和 $10，$x$；",
        "共$10。$x$ 是价格。",
        "- 单价$3；$n$件",
        "「$8」、$p$",
        "设$x，$y$为实数",
        "设 $x$、$y、$z$ 为实数"
      })
  void tearsNoFormulaBesideADollarThatStandsAlone(String document) {
    rule.mends(document, document);
  }

  @Test
  void namesEachGroupOfMarks() {
    rule.finds("$（（a，b））$", "（（", "，", "））");
  }

  @Test
  void putsTheEndOfASentenceBehindAnInlineFormula() {
    rule.mends("因此 $x>0。$", "因此 $x>0$。");
    rule.mends("其中 \\(x＝1，\\) 则", "其中 \\(x=1\\)， 则");
    rule.mends("因此 $x>0 。$", "因此 $x>0$。");
    rule.mends("因此 $x>0。$。", "因此 $x>0$。");
    rule.mends("共 $f(x）。$", "共 $f(x)$。");
    rule.mends("阶乘 $n！$", "阶乘 $n!$");
  }

  @Test
  void keepsTheEndOfASentenceInADisplayedFormula() {
    rule.mends("$$\nx>0。\n$$", "$$\nx>0\\text{。}\n$$");
    rule.mends("$$\nx>0．\n$$", "$$\nx>0.\n$$");
  }

  @Test
  void mendsDelimitersThatAnEngineRejects() {
    rule.rates("$\\left（x\\right）$", Severity.ERROR);
    rule.mends("$\\left（x\\right）$", "$\\left(x\\right)$");
    rule.mends("$\\left。x\\right）$", "$\\left.x\\right)$");
    rule.rates("$（x）$", Severity.WARNING);
  }

  @Test
  void doesNotOpenATagOrACell() {
    rule.mends("$a＜b$", "$a< b$");
    rule.mends("| p |\n|---|\n| $P(A｜B)$ |\n", "| p |\n|---|\n| $P(A\\vert B)$ |\n");
  }

  @Test
  void groupsOnlyOnRequest() {
    rule.mendsUnsafely("$x^｛10｝$", "$x^{10}$");
    rule.mendsUnsafely("$x＾2$", "$x^2$");
  }

  @Test
  void leavesMarksOfTextToTheText() {
    rule.leavesAlone("$x=平均，其次$");
    rule.leavesAlone("$速度（秒）$");
    rule.leavesAlone("$\\text{（一）。}$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$a×b$", "$x≤y∈ℝ$", "$90°$", "$1…n$", "$a·b−c∗d$"})
  void leavesAloneWhatKatexTakes(String document) {
    rule.leavesAlone(document);
  }
}
