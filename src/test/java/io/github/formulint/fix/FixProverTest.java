package io.github.formulint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.testing.FakeEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which fixes are proven. KaTeX refuses {@code \bad} here; the rule replaces marked commands. */
class FixProverTest {

  /** Proposes to write something else for each command of a list. */
  private record Replace(Map<String, Fixed> replacements) implements FormulaRule {

    record Fixed(String text, Applicability applicability) {}

    @Override
    public RuleId id() {
      return new RuleId("bad-command");
    }

    @Override
    public RuleFamily family() {
      return RuleFamily.RENDERING;
    }

    @Override
    public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
      replacements.forEach(
          (command, fixed) -> {
            int at = formula.tex().indexOf(command);
            if (at >= 0) {
              findings.accept(finding(formula, new Span(at, at + command.length()), fixed));
            }
          });
    }

    private Diagnostic finding(JudgedFormula formula, Span span, Fixed fixed) {
      Fix fix =
          new Fix("write it", fixed.applicability(), List.of(formula.edit(span, fixed.text())));
      return formula.diagnostic(
          id(), Severity.ERROR, "it is bad", Optional.empty(), span, List.of(fix));
    }
  }

  private static Replace.Fixed safe(String text) {
    return new Replace.Fixed(text, Applicability.SAFE);
  }

  private static Replace.Fixed unsafe(String text) {
    return new Replace.Fixed(text, Applicability.UNSAFE);
  }

  private static List<List<Applicability>> proven(
      String text, Map<String, Replace.Fixed> replacements) {
    try (FormulaJudge judge =
        new FormulaJudge(List.of(FakeEngine.refuses(EngineId.KATEX, "\\bad")), 1, notice -> {})) {
      LintedDocument result =
          new Linter(new UniversalReader(), judge::judge, List.of(new Replace(replacements)))
              .lint(SourceFile.of("a.md", text));
      return result.diagnostics().stream()
          .map(finding -> finding.fixes().stream().map(Fix::applicability).toList())
          .toList();
    }
  }

  @Test
  void aFixThatMakesTheFormulaRenderIsProven() {
    assertThat(proven("$\\bad + 1$\n", Map.of("\\bad", safe("x"))))
        .containsExactly(List.of(Applicability.SAFE));
  }

  @Test
  void aFixAfterWhichItStillFailsIsNot() {
    assertThat(proven("$\\bad + \\badder$\n", Map.of("\\bad ", safe("x"))))
        .containsExactly(List.of());
  }

  @Test
  void aFixAfterWhichTheFindingIsStillThereIsNot() {
    assertThat(proven("$\\fine$\n", Map.of("\\fine", safe("\\fine\\fine"))))
        .containsExactly(List.of());
  }

  @Test
  void aFixThatChangesHowAnotherFormulaIsReadIsNot() {
    // The backtick and the next one would make code of what stands between them.
    String text = "$\\bad a$, $y$ and `c`.\n";
    assertThat(proven(text, Map.of("\\bad", safe("x$ ` $")))).containsExactly(List.of());
  }

  @Test
  void itHoldsNoOtherFixOfTheDocumentBack() {
    String text = "$\\bad a$, $y$ and `c`.\n\nThen $\\fine$ and $\\bader$.\n";
    assertThat(
            proven(
                text, Map.of("\\bad a", safe("x$ ` $"), "\\fine", safe("f"), "\\bader", safe("b"))))
        .containsExactly(List.of(), List.of(Applicability.SAFE), List.of(Applicability.SAFE));
  }

  @Test
  void fixesThatHoldOnlyTogetherAreProvenTogether() {
    assertThat(proven("$\\bada + \\badb$\n", Map.of("\\bada", safe("a"), "\\badb", safe("b"))))
        .containsExactly(List.of(Applicability.SAFE), List.of(Applicability.SAFE));
  }

  @Test
  void aSafeFixThatNeedsAnUnsafeOneIsUnsafe() {
    assertThat(proven("$\\bada + \\badb$\n", Map.of("\\bada", safe("a"), "\\badb", unsafe("b"))))
        .containsExactly(List.of(Applicability.UNSAFE), List.of(Applicability.UNSAFE));
  }

  @Test
  void fixesWithinOneAnotherAreAppliedTogether() {
    Map<String, Replace.Fixed> replacements =
        Map.of("\\bada", safe("a"), "\\badb", safe("b"), "\\badc", safe("c"));
    try (FormulaJudge judge =
        new FormulaJudge(List.of(FakeEngine.refuses(EngineId.KATEX, "\\bad")), 1, notice -> {})) {
      Linter linter =
          new Linter(new UniversalReader(), judge::judge, List.of(new Replace(replacements)));
      SourceFile document = SourceFile.of("a.md", "$\\bada\\badb\\badc$ and $\\badb$\n");
      assertThat(linter.mend(document, Set.of(Applicability.SAFE)).result().document().text())
          .isEqualTo("$abc$ and $b$\n");
    }
  }

  /** A document full of fixes that fail takes no longer than another of its length. */
  @Test
  void theNumberOfReadingsIsLimited() {
    Map<String, Replace.Fixed> failing = Map.of("\\bad", safe("$ \\bad"));
    String text = "$\\bad$ a\n\n".repeat(2000);
    AtomicInteger readings = new AtomicInteger();
    try (FormulaJudge judge =
        new FormulaJudge(List.of(FakeEngine.refuses(EngineId.KATEX, "\\bad")), 1, notice -> {})) {
      Linter linter =
          new Linter(new UniversalReader(), judge::judge, List.of(new Replace(failing)));
      Analysis analysis = linter.analyze(SourceFile.of("a.md", text));
      Analysis.Analyzer counting =
          new Analysis.Analyzer() {
            @Override
            public Analysis analyze(SourceFile document) {
              readings.incrementAndGet();
              return linter.analyze(document);
            }

            @Override
            public Analysis analyzeForProof(SourceFile mended) {
              readings.incrementAndGet();
              return linter.analyzeForProof(mended);
            }
          };
      List<Diagnostic> proven = new FixProver(counting).prove(analysis);
      assertThat(proven).hasSize(2000).allMatch(each -> each.fixes().isEmpty());
    }
    assertThat(readings).hasValueLessThanOrEqualTo(FixProver.MOST_READINGS);
  }
}
