package io.github.formulint.rules.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharacterTest {

  private static RuleCheck rule;

  @BeforeAll
  static void start() {
    rule = new RuleCheck(new InvisibleCharacter());
  }

  @AfterAll
  static void stop() {
    rule.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "$x\u200b+y$;$x+y$",
        "$\\log\u2061 n$;$\\log n$",
        "$\ufeffx$;$x$",
        "$x\u202a+\u200ey$;$x+y$",
        "$so\u00adft$;$soft$",
        "$a\u00a0+\u2009b$;$a + b$",
        "$a \u00a0+b$;$a +b$",
        "$x_\u200bi$;$x_i$",
        "$a，\u3000b$;$a， b$",
        "$a\u3000b$;$a\\quad b$",
        "$\\al\u200bpha$;$\\alpha$",
        "$\\alpha\u200bx$;$\\alpha x$",
        "$\\text{a\u200bb}$;$\\text{ab}$"
      })
  void takesAwayWhatNobodySees(String document, String expected) {
    rule.mends(document, expected);
  }

  @Test
  void namesTheCharacter() {
    assertThat(rule.findings("$a\u00a0\u00a0b\u200b$"))
        .extracting(Diagnostic::message)
        .satisfiesExactly(
            first -> assertThat(first).contains("2 times U+00A0 (no-break space)"),
            second -> assertThat(second).contains("U+200B (zero width space)"));
  }

  @Test
  void writesTheBackslashThatAProgramHasSwallowed() {
    rule.mends("$\beta+\frac12$", "$\\beta+\\frac12$");
    rule.rates("$\beta$", Severity.ERROR);
  }

  @Test
  void isAnErrorWhereItCutsACommandInTwo() {
    rule.rates("$\\al\u200bpha$", Severity.ERROR);
    rule.rates("$x\u200b$", Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$\\text{a\u00a0b\u3000c}$",
        "$\\text{\u0915\u094d\u200d\u0937}$",
        "$\\text{\ud83d\udc69\u200d\ud83d\udcbb}$",
        "$x % a\u200bb\n$",
        "$设\u3000则$",
        "$葛\udb40\udd00$",
        "$x\t+\ty$"
      })
  void leavesAloneWhatTextNeeds(String document) {
    rule.leavesAlone(document);
  }
}
