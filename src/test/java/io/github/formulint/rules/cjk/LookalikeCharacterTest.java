package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikeCharacterTest {

  private static RuleCheck rule;

  @BeforeAll
  static void start() {
    rule = new RuleCheck(new LookalikeCharacter());
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
        "$P(AㅣB)$ => $P(A|B)$",
        "$ㅣㅣxㅣㅣ$ => $||x||$",
        "$‖x‖$ => $\\|x\\|$",
        "$aーb$ => $a-b$",
        "$a–b$ => $a-b$",
        "$1–5$ => $1\\text{–}5$",
        "$f＇(x)$ => $f'(x)$",
        "$x′+y″$ => $x'+y''$",
        "$a✕b$ => $a\\times b$",
        "$\\frаc{1}{2}$ => $\\frac{1}{2}$",
        "$\\аlpha+\\sіgma$ => $\\alpha+\\sigma$",
        "$\\fraсx2$ => $\\frac x2$"
      })
  void writesWhatItLooksLike(String document, String expected) {
    rule.mends(document, expected);
  }

  @Test
  void isAnErrorWhereAnEngineRejectsIt() {
    rule.rates("$\\frаc{1}{2}$", Severity.ERROR);
    rule.rates("$x′$", Severity.WARNING);
  }

  @Test
  void doesNotOpenACell() {
    rule.mends("| p |\n|---|\n| $P(AㅣB)$ |\n", "| p |\n|---|\n| $P(A\\vert B)$ |\n");
  }

  @Test
  void offersNothingWhereTheFixWouldNotRender() {
    rule.offersNoFix("$x^{2}′$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$a−b∗c×d·e$",
        "$x^′+y^{′′}$",
        "$\\text{ㅣ–′}$",
        "$닭ㅣ소$",
        "$データ$",
        "$Αα+х$",
        "$\\int а$",
        "$식 \\ 오른쪽$"
      })
  void leavesAloneWhatIsMeant(String document) {
    rule.leavesAlone(document);
  }
}
