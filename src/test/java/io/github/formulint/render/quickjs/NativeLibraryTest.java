package io.github.formulint.render.quickjs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that is loaded stays loaded, so each test needs a JVM of its own. */
class NativeLibraryTest {

  @TempDir Path folder;

  @Test
  void takesAnotherFolderWhereTheFirstIsOfNoUse() throws IOException, InterruptedException {
    assertThat(outcomes("-Djava.io.tmpdir=" + folder.resolve("missing")))
        .containsExactly("rendered ", "rendered ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysWhyKatexCannotRunAndWhatToDo() throws IOException, InterruptedException {
    List<String> lines = outcomes("-Dos.arch=abacus");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("unavailable")
        .contains("QuickJS", "abacus", "-Djava.io.tmpdir=FOLDER");
    assertThat(lines.get(1)).isEqualTo(lines.get(0));
  }

  private List<String> outcomes(String option) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName());
    builder.redirectErrorStream(true).environment().put("XDG_CACHE_HOME", folder.toString());
    Process java = builder.start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(output).isZero();
    return output.lines().filter(line -> line.matches("(rendered|unavailable) .*")).toList();
  }

  /** Says what two workers of one provider say. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      KatexProvider provider = new KatexProvider();
      for (int i = 0; i < 2; i++) {
        try (EngineWorker worker = new EngineWorker(provider, EngineWorker.DEFAULT_LIMIT)) {
          MathSource formula = new MathSource("x", MathStyle.INLINE);
          RenderOutcome outcome = worker.render(List.of(formula)).join().get(0);
          System.out.println(outcome.status() + " " + outcome.message().orElse(""));
        }
      }
    }
  }
}
