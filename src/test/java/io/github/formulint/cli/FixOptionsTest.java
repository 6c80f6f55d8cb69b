package io.github.formulint.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import io.github.formulint.testing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --fix} and its kin, from the options to the file, with the real engines and rules. */
class FixOptionsTest {

  private static final String BROKEN =
      """
      # 测试

      函数 $\\text{find_kth}$ 与 $x_\\max$，双重 $x^2^3$。

      - 식 $\\sum_\\limits{i=1}^n a_i$
      - 正しい式 $e^{i\\pi} + 1 = 0$
      """;

  private static final String SAFELY_MENDED =
      BROKEN
          .replace("find_kth", "find\\_kth")
          .replace("x_\\max", "x_{\\max}")
          .replace("\\sum_\\limits{", "\\sum\\limits_{");

  private static final String MENDED = SAFELY_MENDED.replace("x^2^3", "x^{2^3}");

  @TempDir Path folder;

  private CommandLineRun run() {
    return CommandLineRun.in(folder)
        .engines(
            new StandardWiring()
                .engines(Arrays.asList(EngineId.values()), notice -> {})
                .toArray(RenderEngine.Provider[]::new));
  }

  private CommandLineRun with(String text) {
    return run().file("a.md", text);
  }

  private Path file() {
    return folder.resolve("a.md");
  }

  private String text() throws IOException {
    return Files.readString(file());
  }

  @Test
  void withoutAnOptionNothingIsWrittenAndTheFixesAreCounted() throws IOException {
    Result result = with(BROKEN).run("a.md");
    assertThat(text()).isEqualTo(BROKEN);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("3 - 函数 $\\text{find_kth}$", "3 + 函数 $\\text{find\\_kth}$")
        .contains("3 of 4 findings can be fixed with --fix")
        .contains("1 more can be fixed with --unsafe-fixes");
  }

  @Test
  void fixAppliesWhatIsSafeAndReportsWhatRemains() throws IOException {
    Result result = with(BROKEN).run("--fix", "--format", "jsonl", "a.md");
    assertThat(text()).isEqualTo(SAFELY_MENDED);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(Json.lines(result.out()))
        .extracting(finding -> finding.get("rule"))
        .containsExactly("double-script");
  }

  @Test
  void unsafeFixesAreAppliedOnRequest() throws IOException {
    Result result = with(BROKEN).run("--fix", "--unsafe-fixes", "a.md");
    assertThat(text()).isEqualTo(MENDED);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    with(BROKEN).run("--fix", "--unsafe-fixes", "a.md");
    Result second = run().run("--fix", "--unsafe-fixes", "a.md");
    assertThat(text()).isEqualTo(MENDED);
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).doesNotContain("error[");
  }

  @Test
  void fixOnlyReportsNothing() throws IOException {
    Result result = with(BROKEN).run("--fix-only", "a.md");
    assertThat(text()).isEqualTo(SAFELY_MENDED);
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEmpty();
  }

  @Test
  void gitAppliesTheDiff() throws IOException, InterruptedException {
    Result result = run().file("文档/a b.md", BROKEN).run("--diff", "--unsafe-fixes", "文档");
    Path document = folder.resolve("文档/a b.md");
    assertThat(document).hasContent(BROKEN);
    assertThat(result.exitCode()).isEqualTo(1);
    apply(result.out());
    assertThat(Files.readString(document)).isEqualTo(MENDED);
  }

  @Test
  void theDiffKeepsLineEndings() throws IOException, InterruptedException {
    apply(with(BROKEN.replace("\n", "\r\n")).run("--diff", "a.md").out());
    assertThat(text()).isEqualTo(SAFELY_MENDED.replace("\n", "\r\n"));
  }

  private void apply(String patch) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("fix.patch"), patch);
    Process git;
    try {
      git = new ProcessBuilder("git", "apply", "fix.patch").directory(folder.toFile()).start();
    } catch (IOException e) {
      assumeThat(false).as("git can be run").isTrue();
      return;
    }
    assertThat(git.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(git.exitValue()).as(new String(git.getErrorStream().readAllBytes(), UTF_8)).isZero();
  }

  @Test
  void whereNothingIsToMendTheDiffIsEmpty() {
    Result result = with(MENDED).run("--diff", "a.md");
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void standardInputIsMendedOnStandardOutput() {
    Result result = run().input(BROKEN).run("--fix", "-");
    assertThat(result.out()).isEqualTo(SAFELY_MENDED);
    assertThat(result.err()).contains("error[double-script]");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void standardInputThatIsFineIsHandedOnUnchanged() {
    Result result = run().input(MENDED).run("--fix-only", "-");
    assertThat(result.out()).isEqualTo(MENDED);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void severalFixesOfOneFormulaAreAppliedTogether() throws IOException {
    with("$\\text{find_kth} + x_\\max + \\sum_\\limits{i} \\text{a_bc}$\n").run("--fix", "a.md");
    assertThat(text())
        .isEqualTo("$\\text{find\\_kth} + x_{\\max} + \\sum\\limits_{i} \\text{a\\_bc}$\n");
  }

  @Test
  void fixesWithinOneAnotherAreSettled() throws IOException {
    with("$x^\\sqrt{\\text{find_kth} + \\abs{y_\\max}}$\n").run("--fix", "a.md");
    assertThat(text()).isEqualTo("$x^{\\sqrt{\\text{find\\_kth} + \\lvert y_{\\max} \\rvert}}$\n");
  }

  @Test
  void aFormulaThatWouldStillFailIsLeftAsItIs() throws IOException {
    String text = "$\\text{find_kth} + \\qqqq$\n";
    Result result = with(text).run("--fix", "a.md");
    assertThat(text()).isEqualTo(text);
    assertThat(result.out()).doesNotContain("= fix:");
  }

  @Test
  void byteOrderMarkAndCharsetAreKept() throws IOException {
    run()
        .file("bom.md", "\uFEFF" + BROKEN)
        .file("wide.md", ("\uFEFF" + BROKEN).getBytes(UTF_16LE))
        .run("--fix", ".");
    assertThat(Files.readString(folder.resolve("bom.md"))).isEqualTo("\uFEFF" + SAFELY_MENDED);
    assertThat(Files.readAllBytes(folder.resolve("wide.md")))
        .isEqualTo(("\uFEFF" + SAFELY_MENDED).getBytes(UTF_16LE));
  }

  @Test
  void lineEndingsAreKeptEvenWhereTheyAreMixed() throws IOException {
    with("$x_\\max$\r\n\n$$\r\na &= b \\\\\r\nc &= d\r\n$$\n").run("--fix", "a.md");
    assertThat(text())
        .isEqualTo(
            "$x_{\\max}$\r\n\n$$\r\n\\begin{aligned} a &= b \\\\\r\nc &= d \\end{aligned}\r\n$$\n");
  }

  @Test
  void permissionsAreKept() throws IOException {
    with(BROKEN);
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    run().run("--fix", "a.md");
    assertThat(text()).isEqualTo(SAFELY_MENDED);
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
  }

  @Test
  void linksAreFollowedAndStayLinks() throws IOException {
    with(BROKEN);
    Path link = folder.resolve("link.md");
    Files.createSymbolicLink(link, Path.of("a.md"));
    run().run("--fix", "link.md");
    assertThat(link).isSymbolicLink();
    assertThat(text()).isEqualTo(SAFELY_MENDED);
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws IOException {
    with(BROKEN);
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
    assumeThat(Files.isWritable(file())).as("a privileged user writes all files").isFalse();
    Result result = run().run("--fix", "a.md");
    assertThat(text()).isEqualTo(BROKEN);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("a.md").contains("read-only");
  }

  @Test
  void filesWithoutFindingsAreNotTouched() throws IOException {
    run().file("fine.md", MENDED).file("a.md", BROKEN);
    Path fine = folder.resolve("fine.md");
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(fine, longAgo);
    run().run("--fix", ".");
    assertThat(Files.getLastModifiedTime(fine)).isEqualTo(longAgo);
    assertThat(text()).isEqualTo(SAFELY_MENDED);
  }

  @Test
  void aFileThatChangesMeanwhileIsLeftAlone() throws IOException {
    with(BROKEN);
    Result result =
        run()
            .reader(
                document -> {
                  change();
                  return new UniversalReader().read(document);
                })
            .run("--fix", "a.md");
    assertThat(text()).isEqualTo("somebody else's work\n");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("a.md").contains("changed");
  }

  private void change() {
    try {
      Files.writeString(file(), "somebody else's work\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
