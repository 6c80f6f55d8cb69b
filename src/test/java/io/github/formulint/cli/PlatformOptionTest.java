package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.cli.option.PlatformOption;
import io.github.formulint.markdown.Platform;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class PlatformOptionTest {

  @TempDir private Path folder;

  @Command
  private static final class Host {
    @Mixin private PlatformOption platform;
  }

  private static List<String> parse(String... args) {
    return CommandLine.populateCommand(new Host(), args).platform.platforms().stream()
        .map(Platform::id)
        .toList();
  }

  @Test
  void takesListsAndRepetitions() {
    assertThat(parse()).isEmpty();
    assertThat(parse("--platform", "github")).containsExactly("github");
    assertThat(parse("--platform", "remark,github", "--platform=gitlab"))
        .containsExactly("remark", "github", "gitlab");
  }

  @Test
  void namesAPlatformOnce() {
    assertThat(parse("--platform", "github,gitlab,github", "--platform", "gitlab"))
        .containsExactly("github", "gitlab");
  }

  @Test
  void universalIsNoPlatform() {
    assertThat(parse("--platform", "universal")).isEmpty();
    assertThat(parse("--platform", "universal,github")).containsExactly("github");
  }

  @ParameterizedTest
  @CsvSource({"gihtub, github", "GitLab, gitlab", "texmath, markdown-it-texmath", "'', formulint"})
  void aWrongNameIsMetWithTheNearest(String wrong, String meant) {
    assertThatThrownBy(() -> parse("--platform", wrong))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("there is no platform " + wrong)
        .hasMessageContaining(meant)
        .hasMessageContaining("formulint platforms");
  }

  @Test
  void checkRefusesAWrongName() {
    Result result =
        CommandLineRun.in(folder).file("a.md", "$x$\n").run("--platform", "githb", "a.md");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("did you mean github").contains("--help");
  }

  @Test
  void checkTakesARightName() {
    Result result =
        CommandLineRun.in(folder).file("a.md", "$x$\n").run("--platform", "github", "a.md");
    assertThat(result.exitCode()).isZero();
  }
}
