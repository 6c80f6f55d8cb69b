package io.github.formulint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.commonmark.UniversalReader;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.jlatexmath.JLatexMathProvider;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the fixes of all rules make of each fixture that has a {@code case.fixed.md}: what {@code
 * --unsafe-fixes} writes, and nothing more the second time.
 */
class FixedFixturesTest {

  private static final Path FOLDER = Path.of("fixtures");

  private static FormulaJudge judge;
  private static Linter linter;

  @BeforeAll
  static void openEngines() {
    judge =
        new FormulaJudge(
            List.of(new KatexProvider(), new JLatexMathProvider(notice -> {})), 1, notice -> {});
    linter = new Linter(new UniversalReader(), judge::judge, BuiltInRules.all());
  }

  @AfterAll
  static void closeEngines() {
    judge.close();
  }

  static List<String> rules() {
    return BuiltInRules.all().stream()
        .map(rule -> rule.id().name())
        .filter(rule -> Files.exists(FOLDER.resolve(rule).resolve("case.fixed.md")))
        .toList();
  }

  private static String text(String rule, String file) throws IOException {
    return Files.readString(FOLDER.resolve(rule).resolve(file));
  }

  private static String mended(String text) {
    return linter
        .mend(SourceFile.of("case.md", text), Set.of(Applicability.SAFE, Applicability.UNSAFE))
        .result()
        .document()
        .text();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theFixedDocumentIsAsExpected(String rule) throws IOException {
    String fixed = text(rule, "case.fixed.md");
    assertThat(mended(text(rule, "case.md"))).isEqualTo(fixed);
    assertThat(mended(fixed)).isEqualTo(fixed);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void lineEndsAndByteOrderMarkAreKept(String rule) throws IOException {
    assertThat(mended(text(rule, "case.md").replace("\n", "\r\n")))
        .isEqualTo(text(rule, "case.fixed.md").replace("\n", "\r\n"));
    assertThat(mended(SourceFile.BYTE_ORDER_MARK + text(rule, "case.md")))
        .isEqualTo(SourceFile.BYTE_ORDER_MARK + text(rule, "case.fixed.md"));
  }
}
