package io.github.formulint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Safe fixes leave the picture of the rest as it was. The rule here mends each {@code 中}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestOfPictureTest {

  private FormulaJudge judge;

  @BeforeAll
  void open() {
    judge = new FormulaJudge(List.of(new KatexProvider()), 1, notice -> {});
  }

  @AfterAll
  void close() {
    judge.close();
  }

  private record Mend(String text, Applicability applicability) implements FormulaRule {

    @Override
    public RuleId id() {
      return new RuleId("a-letter");
    }

    @Override
    public RuleFamily family() {
      return RuleFamily.CJK;
    }

    @Override
    public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
      int at = formula.tex().indexOf('中');
      if (at >= 0) {
        Span span = new Span(at, at + 1);
        Fix fix = new Fix("write it", applicability, List.of(formula.edit(span, text)));
        findings.accept(
            formula.diagnostic(
                id(), Severity.WARNING, "it is bad", Optional.empty(), span, List.of(fix)));
      }
    }
  }

  private boolean isOffered(String document, String text, Applicability applicability) {
    Linter linter =
        new Linter(new UniversalReader(), judge, List.of(new Mend(text, applicability)));
    List<Diagnostic> found = linter.lint(SourceFile.of("a.md", document)).diagnostics();
    assertThat(found).hasSize(1);
    return !found.get(0).fixes().isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$a 中 b$ | \\text{x}",
        "$\\frac{a 中}{b}^2 + \\sqrt{c}$ | \\mathbf{x}",
        "$\\begin{matrix} a & 中 \\\\ b & c \\end{matrix}$ | \\text{x}",
        "$\\mathbf{a 中} b'$ | x",
        "> - $a + 中 + c$ | x = y",
      })
  void whatTouchesOnlyItsPlaceIsOffered(String document, String text) {
    assertThat(isOffered(document, text, Applicability.SAFE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$中 b$ | \\bf{}",
        "$a 中 b$ | ^",
        "$\\frac{中 a}{b}$ | \\displaystyle",
        "$中 b$ | \\color{red}{}",
        "$\\begin{matrix} 中 & b \\end{matrix}$ | a &",
        "> - $a + 中 c$ | \\textit",
        "$中 b$ | x %",
      })
  void whatChangesTheLookOfTheRestIsNot(String document, String text) {
    assertThat(isOffered(document, text, Applicability.SAFE)).isFalse();
  }

  @Test
  void whatMayChangeTheMeaningIsNotCompared() {
    assertThat(isOffered("$a 中 b$", "^", Applicability.UNSAFE)).isTrue();
  }
}
