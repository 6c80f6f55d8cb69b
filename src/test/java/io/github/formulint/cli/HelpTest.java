package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @TempDir private Path folder;

  @Test
  void helpNamesCommandsOptionsExamplesAndExitCodes() {
    Result result = CommandLineRun.in(folder).run("--help");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("check", "formulas", "tex", "--engine", "--format", "--fail-on", "NO_COLOR")
        .contains("formulint docs")
        .contains("Exit codes:", "  3   internal error");
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "formulas", "tex"})
  void everyCommandHasHelp(String command) {
    Result result = CommandLineRun.in(folder).run(command, "--help");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Usage: formulint " + command).contains("--format");
  }

  @Test
  void listsWhatOnlyTheLauncherDoes() {
    assertThat(CommandLineRun.in(folder).run("--help").out()).contains("  self-install ");
    assertThat(CommandLineRun.in(folder).run("self-install", "--help").out())
        .contains("self-install [-h] [DIR]", "~/.local/bin");
    Result result = CommandLineRun.in(folder).run("self-install");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("is done by the launcher");
  }

  @Test
  void versionNamesTheEngines() {
    Result result = CommandLineRun.in(folder).run("--version");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .matches(
            "(?s)formulint \\d+\\.\\d+.*\\RKaTeX 9\\.9\\RMathJax 9\\.9\\RJLaTeXMath 9\\.9\\RJava .*");
    assertThat(result.out()).contains("with --engine jlatexmath, as the library stands");
  }
}
