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

/** Which fixes of the real rules are proven, and which are held back. */
class RealFixesTest {

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

  private static List<Diagnostic> lint(String text) {
    return linter.lint(SourceFile.of("a.md", text)).diagnostics();
  }

  @Test
  void aFixThatChangesHowTheRestIsReadIsNotOffered() {
    // With single dollars the marks around the environment would be read as a formula.
    String text =
        """
        $$
        \\begin{equation}
        (x - u) \\text{ for all $$y \\in C$$}
        \\end{equation}
        $$
        """;
    assertThat(lint(text))
        .filteredOn(finding -> finding.rule().name().equals("nested-dollar"))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.fixes()).isEmpty());
  }

  @Test
  void aSafeFixThatHoldsOnlyWithAnUnsafeOneIsUnsafe() {
    List<Diagnostic> findings = lint("$\\text{find_kth} + x^2^3$\n");
    assertThat(findings)
        .hasSize(2)
        .allSatisfy(
            finding -> {
              assertThat(finding.hasFix(Applicability.UNSAFE)).isTrue();
              assertThat(finding.hasFix(Applicability.SAFE)).isFalse();
            });
  }

  @Test
  void oneFormulaThatCannotBeMendedHoldsNoOtherBack() {
    List<Diagnostic> findings = lint("$\\qqqq$ and $x_\\max$ and $\\qqqq + y_\\max$\n");
    assertThat(findings).hasSize(4);
    assertThat(findings.get(1).hasFix(Applicability.SAFE)).isTrue();
    assertThat(findings.get(3).fixes()).isEmpty();
  }

  @Test
  void allFaultsOfAFormulaAreToldAtOnce() {
    String text = "$x_\\max + \\text{find_kth} + y^2^3 + \\mpasto + \\frac{a}$\n";
    assertThat(lint(text))
        .extracting(finding -> finding.rule().name())
        .containsExactly(
            "unbraced-argument",
            "script-in-text",
            "double-script",
            "undefined-command",
            "missing-argument");
  }

  @Test
  void whatStandsBehindMendedFaultsIsToldToo() {
    assertThat(lint("$\\text{find_kth} + \\qqqq + a \\over b \\over c$\n"))
        .extracting(finding -> finding.rule().name())
        .containsExactly("script-in-text", "undefined-command", "render-failure");
  }

  @Test
  void variablesOfTemplatesSurviveAFix() {
    String text = "$x_\\max \\le @{param.N_MAX}$\n";
    assertThat(lint(text)).isNotEmpty();
    String mended =
        linter
            .mend(SourceFile.of("a.md", text), Set.of(Applicability.SAFE))
            .result()
            .document()
            .text();
    assertThat(mended).isEqualTo("$x_{\\max} \\le @{param.N_MAX}$\n");
  }
}
