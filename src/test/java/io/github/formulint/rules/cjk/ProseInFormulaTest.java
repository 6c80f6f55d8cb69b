package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseInFormulaTest {

  private static RuleCheck rule;

  @BeforeAll
  static void start() {
    rule = new RuleCheck(new ProseInFormula());
  }

  @AfterAll
  static void stop() {
    rule.close();
  }

  @Test
  void splitsASentenceOnRequest() {
    rule.mendsUnsafely("时间 $O(n^2)，空间复杂度 O(n)$。", "时间 $O(n^2)$，空间复杂度 $O(n)$。");
    rule.mendsUnsafely("$设x为正数，则y为负数$", "设$x$为正数，则$y$为负数");
    rule.mendsUnsafely("若 \\(n > 0，其中 m = 1\\)", "若 \\(n > 0\\)，其中 \\(m = 1\\)");
    rule.mendsUnsafely("$xは正、そして，y$", "$x$は正、そして，$y$");
  }

  @Test
  void marksTheSentence() {
    rule.finds("$O(n^2)，空间复杂度 O(n)$", "，空间复杂度");
    rule.finds("$设x为正数，则y为负数$", "设x为正数，则y为负数");
    rule.rates("$O(n^2)，空间复杂度 O(n)$", Severity.WARNING);
  }

  @Test
  void keepsThePrefixOfALine() {
    rule.mendsUnsafely("> - 设 $x > 0，其中\n>   y$ 成立", "> - 设 $x > 0$，其中\n>   $y$ 成立");
  }

  @Test
  void joinsTheLinesOfASentence() {
    rule.mendsUnsafely("设 $x > 0，其中\n另有 y$ 成立", "设 $x > 0$，其中\n另有 $y$ 成立");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$\\mathbf{X}和\\mathbf{W}$",
        "$x，y，z$",
        "$平均，方差$",
        "$小于 a 的质数$",
        "$$\nO(n^2)，空间复杂度 O(n)\n$$",
        "$\\text{若}x\\text{，则成立}y$",
        "$\\frac{x，其中y为整}{z}$"
      })
  void leavesWordsAndListsAlone(String document) {
    rule.leavesAlone(document);
  }

  @Test
  void isTheOnlyFinding() {
    try (RuleCheck text = new RuleCheck(new CjkTextInMath());
        RuleCheck marks = new RuleCheck(new FullwidthPunctuation())) {
      text.leavesAlone("$O(n^2)，空间复杂度 O(n)$");
      marks.leavesAlone("$O(n^2)，空间复杂度 O(n)$");
    }
  }
}
