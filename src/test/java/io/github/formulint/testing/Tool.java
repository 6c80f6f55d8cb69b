package io.github.formulint.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of the machine that tests run, and that not every machine has. */
public final class Tool {

  private static final long PATIENCE_SECONDS = 240;

  /**
   * What a program did.
   *
   * @param exitCode its exit code
   * @param out what it wrote to standard output and standard error
   */
  public record Result(int exitCode, String out) {}

  private Tool() {}

  /**
   * Makes sure that a program is there. Else the test is skipped; in CI, where {@code CI} is {@code
   * true}, it fails, so that nobody takes a skipped test for one that passed.
   *
   * @param name the name of the program
   */
  public static void require(String name) {
    boolean isThere =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as("%s is on the PATH; .ci/run installs it", name).isTrue();
    }
    assumeTrue(isThere, name + " is not installed, so this test is skipped");
  }

  /**
   * Runs a program to its end, with nothing on standard input.
   *
   * @param folder the working folder
   * @param variables environment variables that are added to those of this process
   * @param command the program and its arguments
   */
  public static Result run(Path folder, Map<String, String> variables, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("formulint-tool", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(out.toFile());
      // A Git hook that runs the tests must not lend them its repository.
      builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
      builder.environment().putAll(variables);
      Process process = builder.start();
      try {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("%s", command).isTrue();
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
    }
  }
}
