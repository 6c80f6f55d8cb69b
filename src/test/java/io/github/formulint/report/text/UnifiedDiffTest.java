package io.github.formulint.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --diff} prints is what git takes. */
class UnifiedDiffTest {

  @TempDir Path folder;

  @Test
  void gitAppliesIt() throws Exception {
    assertGitApplies("公式 a.md", "一\r\n$x$\r\n三\r\n", "一\r\n$y$\r\n三\r\n");
    assertGitApplies("a/b.md", "\uFEFF$x$", "\uFEFF$y$");
    assertGitApplies("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n$x$", "0\n2\n3\n4\n5\n6\n7\n8\n9\n$y$\n");
  }

  @Test
  void saysNothingWhereNothingChanges() {
    SourceFile document = SourceFile.of("a.md", "$x$\n");
    assertThat(UnifiedDiff.of("a.md", document, document)).isEmpty();
  }

  private void assertGitApplies(String path, String before, String after) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, before);
    byte[] diff = UnifiedDiff.of(path, SourceFile.of(path, before), SourceFile.of(path, after));
    Path patch = Files.write(folder.resolve("patch"), diff);
    Process git;
    try {
      git =
          new ProcessBuilder("git", "apply", patch.toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort("git is not installed");
      return;
    }
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(after);
  }
}
