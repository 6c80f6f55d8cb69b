package io.github.formulint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.report.Ending;
import io.github.formulint.report.text.Palette;
import io.github.formulint.report.text.TextLayout;
import io.github.formulint.report.text.TextReporter;
import io.github.formulint.rule.Rule;
import io.github.formulint.source.Position;
import io.github.formulint.source.SourceFile;
import io.github.formulint.testing.Fixtures;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the real engines and all rules say of each fixture. */
class FixturesTest {

  private static final FixtureJudge JUDGE = new FixtureJudge();

  @AfterAll
  static void closeEngines() {
    JUDGE.close();
  }

  static List<String> rules() {
    return BuiltInRules.all().stream().map(Rule::id).map(Object::toString).toList();
  }

  private static String text(String rule) throws IOException {
    return Files.readString(Fixtures.FOLDER.resolve(rule).resolve("case.md"));
  }

  private static LintedDocument lint(String rule, String text) {
    return new Linter(
            new UniversalReader(),
            JUDGE.of(rule)::judge,
            BuiltInRules.all(),
            Fixtures.platforms(rule))
        .lint(SourceFile.of("case.md", text));
  }

  /** A finding without what depends on how the file is saved. */
  private record Finding(String rule, String message, Position start, Position end) {

    static List<Finding> of(LintedDocument result) {
      return result.diagnostics().stream().map(each -> of(result, each)).toList();
    }

    private static Finding of(LintedDocument result, Diagnostic diagnostic) {
      return new Finding(
          diagnostic.rule().name(),
          diagnostic.message(),
          result.document().lines().position(diagnostic.span().start()),
          result.document().lines().position(diagnostic.span().end()));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theReportIsAsExpected(String rule) throws IOException {
    StringWriter out = new StringWriter();
    TextReporter reporter =
        new TextReporter(out, Palette.PLAIN, new Ending(false, false), TextLayout.UNFOLDED);
    reporter.document(lint(rule, text(rule)));
    Path file = Fixtures.FOLDER.resolve(rule).resolve("case.expected.txt");
    assertThat(out.toString()).isEqualTo(Fixtures.expected(file, out.toString()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void crlfMakesNoDifference(String rule) throws IOException {
    String text = text(rule);
    List<Finding> expected = Finding.of(lint(rule, text));
    assertThat(expected).isNotEmpty();
    assertThat(Finding.of(lint(rule, text.replace("\n", "\r\n")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aByteOrderMarkShiftsOffsetsByOneAndNothingElse(String rule) throws IOException {
    LintedDocument plain = lint(rule, text(rule));
    LintedDocument marked = lint(rule, SourceFile.BYTE_ORDER_MARK + text(rule));
    assertThat(Finding.of(marked)).isEqualTo(Finding.of(plain));
    assertThat(marked.diagnostics())
        .extracting(diagnostic -> diagnostic.span().start() - 1)
        .isEqualTo(
            plain.diagnostics().stream().map(diagnostic -> diagnostic.span().start()).toList());
  }
}
