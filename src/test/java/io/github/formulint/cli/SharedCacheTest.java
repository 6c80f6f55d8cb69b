package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CacheUser;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes with one cache, some of which are killed. */
class SharedCacheTest {

  private static final int DOCUMENTS = 40;

  @TempDir private Path folder;

  private Process start(String name, int times) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CacheUser.class.getName(),
            folder.resolve("documents").toString(),
            folder.resolve("kept").toString(),
            Integer.toString(times))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name).toFile())
        .start();
  }

  @Test
  void isRightWhoeverIsKilled() throws Exception {
    CommandLineRun run = CommandLineRun.in(folder.resolve("documents"));
    for (int i = 0; i < DOCUMENTS; i++) {
      run.file(i + ".md", "$x_{" + i + "}$ and $\\bad{" + i + "}$\n");
    }
    Result expected = run.run("--no-cache", ".");
    Random random = new Random(7);
    for (int round = 0; round < 3; round++) {
      List<Process> killed = List.of(start("killed1", 1000), start("killed2", 1000));
      List<Process> left = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        left.add(start("left" + i, 3));
      }
      // Documents change meanwhile, so that there is something to write all the time.
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2) + random.nextInt(500_000_000);
      while (System.nanoTime() < end) {
        run.file("0.md", "$x_{" + random.nextInt() + "}$\n");
        Thread.sleep(5);
      }
      for (Process each : killed) {
        each.destroyForcibly().waitFor();
      }
      run.file("0.md", "$x_{0}$ and $\\bad{0}$\n");
      for (Process each : left) {
        assertThat(each.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(each.exitValue()).isZero();
      }
      assertThat(run.run("--cache-dir", folder.resolve("kept").toString(), "."))
          .isEqualTo(expected);
    }
    for (int i = 0; i < 2; i++) {
      String report = Files.readString(folder.resolve("left" + i));
      assertThat(report).contains("\\bad{1}", "\\bad{" + (DOCUMENTS - 1) + "}");
    }
  }
}
