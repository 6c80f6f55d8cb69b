package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.rule.Rule;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import io.github.formulint.testing.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code formulint rules} and {@code formulint explain}. */
class RulesCommandTest {

  @TempDir Path folder;

  static List<String> names() {
    return BuiltInRules.all().stream().map(Rule::id).map(Object::toString).toList();
  }

  private Result run(String... args) {
    return CommandLineRun.in(folder).run(args);
  }

  @Test
  void eachRuleHasALineWithFamilySeverityAndFixes() {
    Result result = run("rules");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines()).hasSameSizeAs(names());
    assertThat(result.out().lines())
        .anySatisfy(
            line -> assertThat(line).matches("script-in-text +rendering +error +safe, unsafe fix"))
        .anySatisfy(line -> assertThat(line).matches("empty-formula +delimiter +warning +no fix"));
  }

  @Test
  void programsGetAnArrayOfRules() {
    List<?> rules = (List<?>) Json.parse(run("rules", "--format", "json").out());
    assertThat(rules).map(rule -> Json.at(rule, "rule").toString()).isEqualTo(names());
    assertThat(rules)
        .filteredOn(rule -> Json.at(rule, "rule").equals("unescaped-hash"))
        .first()
        .satisfies(
            rule -> {
              assertThat(Json.at(rule, "family")).isEqualTo("rendering");
              assertThat(Json.at(rule, "severity")).isEqualTo("error");
              assertThat(Json.at(rule, "fixes")).isEqualTo(List.of("safe"));
              assertThat(Json.at(rule, "summary").toString()).startsWith("Finds `#`");
            });
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachRuleIsExplained(String name) {
    Result result = run("explain", name, "--format", "markdown");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("# " + name + "\n").contains("## Why is this bad?");
    String brief = run("explain", name).out();
    assertThat(brief)
        .startsWith(name + " (")
        .doesNotContain("##")
        .endsWith("\nformulint explain " + name + " --format markdown says all.\n");
    assertThat(brief.contains("\nbefore:\n\n    ")).isEqualTo(result.out().contains("\n```"));
    assertThat(brief.lines().count()).isLessThan(60);
  }

  @Test
  void programsGetThePageAsAString() {
    Map<String, Object> rule =
        Json.object(run("explain", "--format", "json", "double-script").out());
    assertThat(rule).containsEntry("rule", "double-script");
    assertThat(rule.get("page").toString()).startsWith("# double-script\n");
  }

  @ParameterizedTest
  @CsvSource({
    "double-scrip, double-script",
    "limits, misplaced-limits",
    "Undefined-Comand, undefined-command"
  })
  void aWrongNameIsMetWithTheNearest(String wrong, String meant) {
    Result result = run("explain", wrong);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("there is no rule " + wrong).contains(meant);
  }

  @Test
  void aNameThatIsLikeNoneIsMetWithTheList() {
    Result result = run("explain", "zzzz");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("formulint rules");
  }
}
