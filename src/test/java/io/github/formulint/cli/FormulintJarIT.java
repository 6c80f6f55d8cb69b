package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar holds all that a run needs, and nothing on standard error disturbs it. */
@Timeout(120)
class FormulintJarIT {

  private static final Path JAR = Path.of("target/formulint.jar").toAbsolutePath();

  @TempDir private Path folder;

  private record Result(int exitCode, String out, String err) {}

  private Result run(Path workingFolder, List<String> options, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectInput(
                ProcessBuilder.Redirect.from(Files.createTempFile(folder, "in", "").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void checksTheDemoWithBothEngines() throws Exception {
    Result result = run(Path.of("").toAbsolutePath(), List.of(), "fixtures/demo");
    // This project has a site, and no configuration that says so.
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("formulint: Maven's site may show formulas otherwise");
    assertThat(result.out()).isEqualTo(Files.readString(Path.of("fixtures/demo/expected.txt")));
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void holdsTheRulesOfGitignore() throws Exception {
    Path docs = Files.createDirectory(folder.resolve("docs"));
    Files.writeString(docs.resolve(".gitignore"), "[bad\n*.tmp.md\n");
    Files.writeString(docs.resolve("a.md"), "$x$");
    Files.writeString(docs.resolve("b.tmp.md"), "$y$");
    Result result = run(docs, List.of(), "--format", "json", "--exclude", "x/**", ".");
    assertThat(result.err()).isEmpty();
    assertThat(Json.at(Json.parse(result.out()), "summary/files")).isEqualTo(1);
  }

  @Test
  void drawsTheProgressBar() throws Exception {
    Path docs = Files.createDirectory(folder.resolve("docs"));
    for (int i = 0; i < 1200; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 0; n < 40; n++) {
        text.append("$x_{").append(i).append("} + ").append(n).append("$\n\n");
      }
      Files.writeString(docs.resolve("f" + i + ".md"), text);
    }
    Result result =
        run(docs, List.of("-Dformulint.terminal.err=true"), "--no-cache", "--jobs", "1", ".");
    assertThat(result.err()).contains("checking").contains("/1200").endsWith("\r\u001B[K");
    assertThat(result.out()).isEqualTo("1200 files, 48000 formulas: nothing wrong\n");
  }

  @Test
  void printsTheCompletionAndTheManual() throws Exception {
    Result completion = run(folder, List.of(), "completion", "bash");
    assertThat(completion.err()).isEmpty();
    assertThat(completion.out()).contains("complete -F _complete_formulint");
    Result manual = run(folder, List.of(), "man");
    assertThat(manual.err()).isEmpty();
    assertThat(manual.out()).matches("(?s)\\.TH FORMULINT 1 \\d{4}-\\d\\d-\\d\\d .*");
  }

  @Test
  void tellsTheVersions() throws Exception {
    Result result = run(folder, List.of(), "--version");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .matches(
            "(?s)formulint \\d\\S*\\RKaTeX \\d\\S*\\RMathJax \\d\\S*\\RJLaTeXMath \\d\\S*\\RJava \\S+\\RJLaTeXMath .*\\R");
  }
}
