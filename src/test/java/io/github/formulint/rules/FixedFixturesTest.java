package io.github.formulint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Linter;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.rule.Rule;
import io.github.formulint.source.SourceFile;
import io.github.formulint.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --fix} makes of each fixture, with the real engines and all rules. */
class FixedFixturesTest {

  private static final FixtureJudge JUDGE = new FixtureJudge();

  @AfterAll
  static void closeEngines() {
    JUDGE.close();
  }

  static List<Rule> rules() {
    return BuiltInRules.all();
  }

  static List<Rule> rulesWithSafeFixes() {
    return rules().stream().filter(rule -> rule.fixes().contains(Applicability.SAFE)).toList();
  }

  private static String text(Rule rule) throws IOException {
    return Files.readString(Fixtures.FOLDER.resolve(rule.id().name()).resolve("case.md"));
  }

  private static Linter linter(Rule rule) {
    return new Linter(
        new UniversalReader(),
        JUDGE.of(rule.id().name())::judge,
        BuiltInRules.all(),
        Fixtures.platforms(rule.id().name()));
  }

  private static MendedDocument mend(Rule rule, String text, Set<Applicability> allowed) {
    return linter(rule).mend(SourceFile.of("case.md", text), allowed);
  }

  private static String fixed(Rule rule, String text) {
    return mend(rule, text, Set.of(Applicability.SAFE)).result().document().text();
  }

  private static List<Diagnostic> of(Rule rule, LintedDocument document) {
    return document.diagnostics().stream()
        .filter(diagnostic -> diagnostic.rule().equals(rule.id()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rulesWithSafeFixes")
  void theFixedDocumentIsAsExpected(Rule rule) throws IOException {
    String fixed = fixed(rule, text(rule));
    Path file = Fixtures.FOLDER.resolve(rule.id().name()).resolve("case.fixed.md");
    assertThat(fixed).isEqualTo(Fixtures.expected(file, fixed));
  }

  @ParameterizedTest
  @MethodSource("rulesWithSafeFixes")
  void lineEndingsAndByteOrderMarkAreKept(Rule rule) throws IOException {
    String fixed = fixed(rule, text(rule));
    assertThat(fixed(rule, text(rule).replace("\n", "\r\n")))
        .isEqualTo(fixed.replace("\n", "\r\n"));
    assertThat(fixed(rule, SourceFile.BYTE_ORDER_MARK + text(rule)))
        .isEqualTo(SourceFile.BYTE_ORDER_MARK + fixed);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aSecondRunFindsNothingToFix(Rule rule) throws IOException {
    Set<Applicability> all = Set.of(Applicability.SAFE, Applicability.UNSAFE);
    MendedDocument first = mend(rule, text(rule), all);
    assertThat(first.result().diagnostics())
        .filteredOn(each -> each.hasFix(Applicability.SAFE) || each.hasFix(Applicability.UNSAFE))
        .isEmpty();
    String after = first.result().document().text();
    assertThat(mend(rule, after, all).result().document().text()).isEqualTo(after);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleSaysWhichFixesItHasAndHowGraveItIs(Rule rule) throws IOException {
    List<Diagnostic> findings = of(rule, linter(rule).lint(SourceFile.of("case.md", text(rule))));
    Set<Applicability> shown =
        findings.stream()
            .flatMap(finding -> finding.fixes().stream())
            .map(Fix::applicability)
            .collect(Collectors.toSet());
    assertThat(shown).isEqualTo(rule.fixes());
    assertThat(findings)
        .allSatisfy(
            finding -> assertThat(finding.severity()).isGreaterThanOrEqualTo(rule.severity()));
  }
}
