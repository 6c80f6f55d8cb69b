package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.config.OutputFormat;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a stranger's document says is no command for the runner that reads the log. */
class RunnerCommandsTest {

  private static final List<String> COMMANDS =
      List.of("##[stop-commands]", "##vso[task.", "##teamcity[");

  @TempDir private Path folder;

  private CommandLineRun run(String variable) {
    String line = "$\\bad$ ##[stop-commands]x ##vso[task.setvariable variable=a]b ##teamcity[c]\n";
    return CommandLineRun.in(folder)
        .variable(variable, "true")
        .file("::debug::##[group]y.md", line)
        .file("##[stop-commands]z.md", line);
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void nothingIsACommandWhereThereIsARunner(OutputFormat format) {
    for (String variable : List.of("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")) {
      Result result = run(variable).run("--format", format.name(), ".", "##vso[x]none.md", "::y");
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.out() + result.err())
          .doesNotContain(COMMANDS)
          .doesNotContain("##[", "##vso[");
      assertThat(result.out()).doesNotContain("\n::debug").doesNotStartWith("::debug");
    }
  }

  /**
   * GitLab folds and colours what follows ESC, Buildkite obeys OSC 1338, editors the directions.
   */
  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void nothingControlsATerminalOrTurnsTheText(OutputFormat format) {
    String odd =
        "\u001b[0Ksection_start:1:a\r\u001b]1338;x\u0007\u009b31m\u202e\u200f\u061c\u2066\u2028";
    String name = "a" + odd.replace("\r", "") + ".md";
    Result result =
        CommandLineRun.in(folder)
            .file(name, "$\\bad " + odd + "$ $x。" + odd + "$ $y。$\n")
            .run("--format", format.name(), ".", "none" + odd + ".md");
    assertThat(result.out() + result.err())
        .contains("bad")
        .doesNotContainPattern(
            "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");
  }

  @Test
  void theDataOfJsonStayAsTheyAre() {
    Result guarded = run("GITHUB_ACTIONS").run("--format", "json", ".");
    Result plain = run("OTHER").run("--format", "json", ".");
    assertThat(guarded.out()).isNotEqualTo(plain.out());
    assertThat(
            guarded.out().replace("\\u005B", "[").replace("\\u0076", "v").replace("\\u0074", "t"))
        .isEqualTo(plain.out());
  }

  @Test
  void listsOfFormulasAndVerdictsHoldNone() {
    String formula = "##[stop-commands]x ##vso[y";
    for (String format : List.of("text", "jsonl")) {
      Result tex = run("TF_BUILD").input(formula + "\n").run("tex", "--format", format);
      Result formulas = run("TF_BUILD").run("formulas", "--format", format, ".");
      assertThat(tex.out() + formulas.out())
          .doesNotContain(COMMANDS)
          .doesNotContain("##[", "##vso[");
    }
  }

  @Test
  void whatAConfigurationSaysIsNone() {
    Result result =
        run("GITHUB_ACTIONS")
            .file(".formulint.yml", "baseline: \"##[stop-commands]x\\e[2J\\n::debug::y\"\n")
            .run("config", "a.md");
    assertThat(result.out()).contains("stop-commands").doesNotContain("##[", "\u001b", "\n::debug");
    Result wrong = run("GITHUB_ACTIONS").run("--##[stop-commands]y", "a.md");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("stop-commands").doesNotContain("##[");
  }

  @Test
  void textIsShownAsItStandsWhereThereIsNoRunner() {
    assertThat(run("OTHER").run(".").out()).contains(COMMANDS);
  }
}
