package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullwidthAlphanumericTest {

  private static RuleCheck rule;

  @BeforeAll
  static void start() {
    rule = new RuleCheck(new FullwidthAlphanumeric());
  }

  @AfterAll
  static void stop() {
    rule.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "$１２ｘ$ => $12x$",
        "$\\alphaｘ$ => $\\alpha x$",
        "$x_１$ => $x_1$",
        "$＼frac{１}{2}$ => $\\frac{1}{2}$",
        "$\\ｆｒａｃ{1}{2}$ => $\\frac{1}{2}$",
        "$\\hspace{１em}x$ => $\\hspace{1em}x$"
      })
  void writesAscii(String document, String expected) {
    rule.mends(document, expected);
  }

  @Test
  void namesEachGroup() {
    rule.finds("$１２＋ｘ$", "１２", "ｘ");
  }

  @Test
  void isAnErrorWhereAnEngineRejectsIt() {
    rule.rates("$１$", Severity.WARNING);
    rule.rates("$\\hspace{１em}x$", Severity.ERROR);
    rule.rates("$\\ｆｒａｃ{1}{2}$", Severity.ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$第１章$", "$\\text{１２}$", "$x % １２\n$"})
  void leavesTextAlone(String document) {
    rule.leavesAlone(document);
  }
}
