package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --watch}; each step waits for a line of the one before, and for no time. */
class WatchTest {

  @TempDir private Path folder;

  private static String lineWith(BufferedReader lines, String word) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(word)) {
      line = lines.readLine();
    }
    assertThat(line).as("a line with %s", word).isNotNull();
    return line;
  }

  @Test
  void checksAgainWhatChanges() throws Exception {
    CommandLineRun run =
        CommandLineRun.in(folder).file("docs/a.md", "$x$\n").file("docs/b.md", "$\\bad$\n");
    PipedInputStream told = new PipedInputStream(1 << 16);
    CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    try (OutputStream out = new PipedOutputStream(told)) {
      Thread watching = new Thread(() -> exitCode.complete(run.run(out, out, "--watch", ".")));
      watching.start();
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(told, StandardCharsets.UTF_8));
      assertThat(lineWith(lines, "--> ")).contains("docs/b.md:1:2");
      lineWith(lines, "watching");
      Files.writeString(folder.resolve("docs/a.md"), "$\\bad + 1$\n");
      assertThat(lineWith(lines, "--> ")).contains("docs/a.md:1:2");
      // The other one was not checked again.
      assertThat(lineWith(lines, "1 file")).contains("1 error");
      Files.writeString(folder.resolve("notes.txt"), "$\\bad$\n");
      Path fresh = Files.createDirectories(folder.resolve("new/deep"));
      Files.writeString(fresh.resolve("c.md"), "$\\bad + 2$\n");
      assertThat(lineWith(lines, "--> ")).contains("new/deep/c.md:1:2");
      Files.writeString(folder.resolve(".formulint.yml"), "rules: {all: off}\n");
      assertThat(lineWith(lines, "3 files")).contains("nothing wrong");
      watching.interrupt();
      watching.join();
      assertThat(exitCode.join()).isZero();
    }
  }

  @Test
  void looksAtFilesAlone() {
    assertThat(CommandLineRun.in(folder).run("--watch", "-").exitCode()).isEqualTo(2);
    assertThat(CommandLineRun.in(folder).run("--watch", "--output-file", "x.txt").exitCode())
        .isEqualTo(2);
  }
}
