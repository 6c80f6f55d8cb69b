package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.source.SourceReader;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of bad input has its own message; the other files are still checked. */
@Timeout(60)
class BadInputTest {

  @TempDir private Path folder;

  private CommandLineRun formulint() {
    return CommandLineRun.in(folder).file("good.md", "$\\bad$");
  }

  private static void assertRestIsChecked(Result result, String message) {
    assertThat(result.err()).contains(message).hasLineCount(1);
    assertThat(result.out()).hasLineCount(1).contains("good.md:1:2: error[undefined-command]");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void aMissingPath() {
    assertRestIsChecked(
        formulint().run("--format=concise", ".", "missing"), "missing: no such file or folder");
  }

  @Test
  void bytesThatAreNotUtf8() {
    assertRestIsChecked(
        formulint().file("x.md", new byte[] {'a', '\n', (byte) 0xFF}).run("--format=concise"),
        "x.md: is not valid UTF-8: byte 0xFF at offset 2 (line 2); save the file as UTF-8");
  }

  @Test
  void nulBytes() {
    assertRestIsChecked(
        formulint().file("x.md", new byte[] {'a', 0}).run("--format=concise"),
        "x.md: holds a NUL byte (line 1), so it is binary");
  }

  @Test
  void aFileOf100Megabytes() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("x.md").toFile(), "rw")) {
      sparse.setLength(SourceReader.SIZE_LIMIT);
    }
    assertRestIsChecked(formulint().run("--format=concise"), "x.md: is 100 MB or more");
  }

  @Test
  void aBrokenLink() throws IOException {
    Files.createSymbolicLink(folder.resolve("x.md"), Path.of("gone.md"));
    assertRestIsChecked(
        formulint().run("--format=concise"), "x.md: is a link to a file that does not exist");
  }

  @Test
  void aLinkCycle() throws IOException {
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
    assertRestIsChecked(
        formulint().run("--format=concise"), "loop: is a link that leads back to a folder");
  }

  @Test
  void byteOrderMarksAreReadAndNotComplainedAbout() {
    String text = "\uFEFF$\\bad$";
    for (var charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Result result =
          formulint().file("good.md", text.getBytes(charset)).run("--format=concise", "good.md");
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).startsWith("good.md:1:2: error[undefined-command]");
      assertThat(result.exitCode()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format xml        | --format",
        "--engine latex      | --engine: 'latex' is none of",
        "--fail-on info      | --fail-on",
        "--jobs 0            | --jobs must be 1 or more",
        "--jobs many         | --jobs",
        "--colour always     | Did you mean: --color",
        "--stdin-filename a  | give - as a path too",
        "--exclude [a        | not a pattern",
        "--format json tex   | behind the command",
        "formulas --engine katex | --engine",
        "tex a.md            | a.md"
      })
  void wrongOptionsAreExplained(String args, String message) {
    Result result = formulint().run(args.split(" "));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(message).contains("--help");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void hostileNamesAndTextsDoNotReachTheTerminal() {
    Result result =
        CommandLineRun.in(folder)
            .file("a\u001B[2Jb.md", "$\\bad \u001B]0;title\u0007$")
            .run("--color", "never");
    assertThat(result.out()).doesNotContain("\u001B", "\u0007");
  }
}
