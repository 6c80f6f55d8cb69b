package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import io.github.formulint.testing.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in documents and in names of files never reaches a terminal as it is. */
@DisabledOnOs(OS.WINDOWS)
class HostileNamesTest {

  private static final String NAME = "a  b\u001B]0;owned\u0007\n\u202Ec.md";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "concise", "json", "jsonl", "github", "gitlab"})
  void noReportHandsThemOn(String format) {
    Result result =
        CommandLineRun.in(folder)
            .file(NAME, "$\\bad \u001B[31m \u009B31m \u007F$")
            .run("--format", format, ".");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).doesNotContain("\u001B", "\u0007", "\u009B", "\u007F");
  }

  @Test
  void messagesStandOnOneLine() {
    Result result =
        CommandLineRun.in(folder)
            .file(NAME, new byte[] {0, 1, 2})
            .run(".", "--exclude", "x", "missing\u001B[2J\nsecond");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("missing␛[2J␊second: no such file"))
        .anyMatch(line -> line.contains("a  b␛]0;owned␇␊\uFFFDc.md: holds a NUL byte"));
  }

  @Test
  void jsonKeepsTheNameThatTheFileHas() {
    Result result = CommandLineRun.in(folder).file(NAME, "$\\bad$").run("--format", "json", ".");
    assertThat(Json.at(Json.parse(result.out()), "files/0/path")).isEqualTo(NAME);
  }

  @Test
  void aDiffIsHarmlessOnATerminalAndExactElsewhere() {
    CommandLineRun run = CommandLineRun.in(folder).file("a.md", "\u001B[31m $x，y$\n");
    assertThat(run.run("--diff", "a.md").out()).contains("-\u001B[31m $x，y$");
    assertThat(run.onTerminal().run("--diff", "a.md").out())
        .doesNotContain("\u001B[31m")
        .contains("-␛[31m $x，y$");
  }
}
