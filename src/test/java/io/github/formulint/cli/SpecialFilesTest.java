package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pipes, devices and files that the kernel makes up, wherever a file is read: none makes a run
 * wait, and the other documents are checked.
 */
@EnabledOnOs(OS.LINUX)
class SpecialFilesTest {

  /** What stands where a file is looked for. */
  enum Special {
    PIPE,
    DEVICE,
    OF_THE_KERNEL,
    ENDLESS_LINK;

    void put(Path path) throws IOException, InterruptedException {
      Files.createDirectories(path.getParent());
      switch (this) {
        case PIPE ->
            assumeTrue(
                new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0,
                "mkfifo is needed to make a pipe");
        case DEVICE -> Files.createSymbolicLink(path, Path.of("/dev/zero"));
        case OF_THE_KERNEL -> {
          assumeTrue(Files.exists(Path.of("/proc/kmsg")), "/proc is needed");
          Files.createSymbolicLink(path, Path.of("/proc/kmsg"));
        }
        case ENDLESS_LINK -> Files.createSymbolicLink(path, path.getFileName());
      }
    }
  }

  @TempDir private Path folder;

  private Result run(String... args) {
    AtomicReference<Result> result = new AtomicReference<>();
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> result.set(CommandLineRun.in(folder).file("good.md", "$\\bad$\n").run(args)));
    return result.get();
  }

  private static void assertChecked(Result result) {
    assertThat(result.out()).contains("good.md:1:2");
  }

  @ParameterizedTest
  @EnumSource(Special.class)
  void noDocumentMakesARunWait(Special special) throws Exception {
    special.put(folder.resolve("odd.md"));
    Result found = run("--format", "concise", ".");
    assertChecked(found);
    Result named = run("--format", "concise", "good.md", "odd.md");
    assertChecked(named);
    assertThat(named.err()).contains("odd.md");
    assertThat(named.exitCode()).isEqualTo(2);
    assertThatCode(() -> run("--fix", ".")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Special.class)
  void noIgnoreFileMakesARunWait(Special special) throws Exception {
    for (String name : List.of("sub/.gitignore", ".git/info/exclude", "deep/.git")) {
      special.put(folder.resolve(name));
    }
    assertChecked(run("--format", "concise", "."));
  }

  @ParameterizedTest
  @EnumSource(Special.class)
  void noConfigurationMakesARunWait(Special special) throws Exception {
    special.put(folder.resolve("odd.yml"));
    assertThat(run("--config", "odd.yml", ".").exitCode()).isEqualTo(2);
    for (String key : List.of("extends", "macros-from", "baseline")) {
      CommandLineRun.in(folder).file(key + ".yml", key + ": odd.yml\n");
      Result result = run("--config", key + ".yml", ".");
      assertThat(result.exitCode()).as(key).isEqualTo(2);
      assertThat(result.err()).as(key).contains("odd.yml");
    }
    special.put(folder.resolve(".formulint.yml"));
    run(".");
  }

  @ParameterizedTest
  @EnumSource(Special.class)
  void noReportIsWrittenIntoThem(Special special) throws Exception {
    special.put(folder.resolve("odd.json"));
    Result result = run("--format", "json", "--output-file", "odd.json", ".");
    assertThat(result.err()).contains("odd.json cannot be written");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void aFileOfTheKernelIsCalledThat() throws Exception {
    Special.OF_THE_KERNEL.put(folder.resolve("odd.md"));
    assertThat(run("odd.md").err()).contains("is a file of the kernel, not one on a disk");
  }
}
