package io.github.formulint.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import io.github.formulint.testing.FakeEngine;
import io.github.formulint.testing.Fixtures;
import io.github.formulint.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --cache-dir} and {@code --no-cache}, and what is kept where neither is given. */
class CacheOptionsTest {

  @TempDir private Path folder;

  /** The formulas that KaTeX was asked about. */
  private final Set<String> asked = new ConcurrentSkipListSet<>();

  private RenderOutcome katex(io.github.formulint.tex.MathSource formula) {
    asked.add(formula.tex());
    if (formula.tex().contains("\\slow")) {
      return new RenderOutcome.TimedOut("no answer within 5 s");
    }
    if (formula.tex().contains("\\bad")) {
      return new RenderOutcome.Rejected(
          "Undefined control sequence: \\bad", java.util.Optional.empty());
    }
    return RenderOutcome.Rendered.CLEAN;
  }

  private CommandLineRun line() {
    return CommandLineRun.in(folder)
        .engines(
            new FakeEngine(EngineId.KATEX, this::katex), FakeEngine.renders(EngineId.JLATEXMATH));
  }

  private Result run(String... args) {
    asked.clear();
    return line().run(args);
  }

  private static String[] with(List<String> first, String... more) {
    return Stream.concat(first.stream(), Arrays.stream(more)).toArray(String[]::new);
  }

  private void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Path copied = to.resolve(from.relativize(each).toString());
        Files.createDirectories(copied.getParent());
        Files.copy(each, copied);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void asksNoEngineAboutWhatStandsAsItStood() {
    line().file("a.md", "$x$ and $\\bad$\n").file("b.md", "$y$\n");
    Result first = run("--cache-dir", "kept", ".");
    assertThat(asked).contains("x", "y", "\\bad");
    Result second = run("--cache-dir", "kept", ".");
    assertThat(second).isEqualTo(first);
    assertThat(first.out()).contains("\\bad");
    assertThat(asked).isEmpty();
  }

  @Test
  void asksOnlyAboutFormulasThatAreNew() {
    line().file("a.md", "$x$ and $\\bad$\n");
    run("--cache-dir", "kept", ".");
    line().file("a.md", "More: $z$, $x$ and $\\bad$\n");
    Result warm = run("--cache-dir", "kept", ".");
    assertThat(asked).contains("z").doesNotContain("x", "\\bad");
    assertThat(warm).isEqualTo(run("--no-cache", "."));
  }

  @Test
  void knowsADocumentUnderAnyName() {
    line().file("a.md", "$\\bad$\n");
    run("--cache-dir", "kept", "a.md");
    line().file("b.md", "$\\bad$\n");
    assertThat(run("--cache-dir", "kept", "--format", "concise", "b.md").out()).contains("b.md:1:");
    assertThat(asked).isEmpty();
  }

  @Test
  void checksAnewWhatIsAskedOtherwise() {
    line().file("a.md", "$x$\n");
    run("--cache-dir", "kept", ".");
    run("--cache-dir", "kept", "--engine", "katex", ".");
    assertThat(asked).contains("x");
    line().file("a.md", "$x$ is \\(y\\)\n");
    Result anywhere = run("--cache-dir", "kept", ".");
    Result onGitHub = run("--cache-dir", "kept", "--platform", "github", ".");
    assertThat(onGitHub.out()).contains("lost-formula").isNotEqualTo(anywhere.out());
    assertThat(run("--cache-dir", "kept", "--platform", "github", ".")).isEqualTo(onGitHub);
    assertThat(run("--cache-dir", "kept", ".")).isEqualTo(anywhere);
  }

  @Test
  void keepsNothingThatMayHaveBeenAnAccident() {
    line().file("a.md", "$\\slow$\n");
    Result first = run("--cache-dir", "kept", ".");
    Result second = run("--cache-dir", "kept", ".");
    assertThat(asked).contains("\\slow");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void keepsNothingWhereAnEngineIsMissing() {
    CommandLineRun poor =
        CommandLineRun.in(folder)
            .file("a.md", "$x$\n")
            .engines(FakeEngine.missing(EngineId.KATEX), FakeEngine.renders(EngineId.JLATEXMATH));
    Result first = poor.run("--cache-dir", "kept", ".");
    assertThat(first.err()).contains("KaTeX is not available");
    assertThat(poor.run("--cache-dir", "kept", ".")).isEqualTo(first);
  }

  @Test
  void keepsNothingIfToldSo() {
    line().file("a.md", "$x$\n");
    run("--no-cache", "--cache-dir", "kept", ".");
    assertThat(folder.resolve("kept")).doesNotExist();
    run("--no-cache", "--cache-dir", "kept", ".");
    assertThat(asked).contains("x");
  }

  @Test
  void keepsFindingsInTheCacheFolderOfTheUser() {
    line().file("a.md", "$x$\n").variable("XDG_CACHE_HOME", folder + "/xdg").run("a.md");
    assertThat(folder.resolve("xdg/formulint")).isDirectoryContaining("glob:**results*");
    assertThat(CacheFolder.of(Map.of("HOME", "/home/a"), "Linux"))
        .contains(Path.of("/home/a/.cache/formulint"));
    assertThat(CacheFolder.of(Map.of("HOME", "/Users/a"), "Mac OS X"))
        .contains(Path.of("/Users/a/Library/Caches/formulint"));
    assertThat(CacheFolder.of(Map.of("HOME", "/h", "LOCALAPPDATA", "/local"), "Windows 11"))
        .contains(Path.of("/local/formulint"));
    assertThat(CacheFolder.of(Map.of("HOME", "/h", "XDG_CACHE_HOME", "relative"), "Linux"))
        .contains(Path.of("/h/.cache/formulint"));
    assertThat(CacheFolder.of(Map.of(), "Linux")).isEmpty();
  }

  @Test
  void saysWhyNothingCanBeKeptInAFolderThatIsNamed() {
    line().file("a.md", "$x$\n").file("kept", "a file");
    Result result = run("--cache-dir", "kept", "a.md");
    assertThat(result.err()).contains("nothing can be kept in --cache-dir kept");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void leavesAFileOfOthersAlone() throws IOException {
    line().file("a.md", "$\\bad$\n").file("kept/results-1.cache", "theirs");
    Files.setPosixFilePermissions(
        folder.resolve("kept/results-1.cache"), PosixFilePermissions.fromString("rw-------"));
    Result result = run("--cache-dir", "kept", "a.md");
    assertThat(result.err()).contains("was not written by formulint", "left alone");
    assertThat(result.out()).isEqualTo(run("--no-cache", "a.md").out());
    assertThat(folder.resolve("kept/results-1.cache")).hasContent("theirs");
  }

  @Test
  void mendsTheSameWithAndWithout() throws IOException {
    String text = "Good $x$.\n\n$x_\\max$ and $x^2^3$\n";
    line().file("a.md", text).file("b.md", "$x$\n");
    Result expectedDiff = run("--no-cache", "--diff", ".");
    run("--cache-dir", "kept", ".");
    assertThat(run("--cache-dir", "kept", "--diff", ".")).isEqualTo(expectedDiff);
    line().file("plain/a.md", text).file("plain/b.md", "$x$\n");
    Result expected = run("--no-cache", "--fix", "plain");
    String mended = Files.readString(folder.resolve("plain/a.md"));
    line().file("plain/a.md", text);
    run("--cache-dir", "kept", "plain");
    assertThat(run("--cache-dir", "kept", "--fix", "plain")).isEqualTo(expected);
    assertThat(folder.resolve("plain/a.md")).hasContent(mended);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=text",
        "--format=concise",
        "--format=json",
        "--format=jsonl",
        "--format=github",
        "--format=gitlab",
        "--format=json --statistics",
        "--statistics --quiet",
        "--platform=github,cherry-studio --format=json",
        "--platform=mkdocs",
        "--engine=jlatexmath --format=json",
        "--color=always --fail-on=warning",
        "--diff",
        "--diff --unsafe-fixes"
      })
  void writesTheSameAboutAllFixtures(String options) {
    copy(Fixtures.FOLDER, folder.resolve("fixtures"));
    List<String> given = new ArrayList<>(List.of(options.split(" ")));
    given.add("fixtures");
    Result expected = run(with(given, "--no-cache"));
    assertThat(run(with(given, "--cache-dir=kept"))).isEqualTo(expected);
    assertThat(run(with(given, "--cache-dir=kept"))).isEqualTo(expected);
    if (!options.contains("--diff")) {
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void writesTheSameAboutManyDocuments() {
    String corpus = SharedData.require("corpus/OI-wiki+OI-wiki").toAbsolutePath().toString();
    List<String> given = List.of("--format=json", "--statistics", corpus);
    Result expected = run(with(given, "--no-cache"));
    assertThat(run(with(given, "--cache-dir=kept"))).isEqualTo(expected);
    assertThat(run(with(given, "--cache-dir=kept"))).isEqualTo(expected);
    assertThat(asked).isEmpty();
  }

  /** What came with a checkout, or was put there by somebody else, is not opened. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void believesNoFileThatOthersMayWrite() throws IOException {
    line().file("a.md", "$\\bad$\n");
    Result first = run("--cache-dir", "kept", ".");
    Path file = folder.resolve("kept/results-1.cache");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    byte[] before = Files.readAllBytes(file);
    Result second = run("--cache-dir", "kept", ".");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).contains("may be read or written by others: it is left alone");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writesThroughNoLink() throws IOException {
    line().file("a.md", "$\\bad$\n").file("victim", "").file("kept/x", "");
    for (String name : List.of("results-1.cache", "results-1.cache.lock")) {
      Path link = folder.resolve("kept").resolve(name);
      Files.createSymbolicLink(link, folder.resolve("victim"));
      assertThat(run("--cache-dir", "kept", ".").exitCode()).isEqualTo(1);
      assertThat(folder.resolve("victim")).isEmptyFile();
      Files.delete(link);
      Files.deleteIfExists(folder.resolve("kept/results-1.cache"));
    }
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("kept"));
    assertThat(run("--cache-dir", "link", ".").exitCode()).isEqualTo(1);
    assertThat(folder.resolve("kept/results-1.cache")).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void waitsForNoPipe() throws IOException, InterruptedException {
    line().file("a.md", "$\\bad$\n").file("kept/x", "");
    for (String name : List.of("results-1.cache", "results-1.cache.lock")) {
      Path pipe = folder.resolve("kept").resolve(name);
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
      assertThat(run("--cache-dir", "kept", ".").err()).contains("is not a file");
      Files.delete(pipe);
      Files.deleteIfExists(folder.resolve("kept/results-1.cache"));
    }
  }

  /**
   * More of them: {@code -Dformulint.damages=1000}. What is kept may be lost, but never changes
   * what is found.
   */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void findsTheSameWhateverBecameOfTheFile() throws IOException {
    int damages = Integer.getInteger("formulint.damages", 60);
    CommandLineRun line = line();
    for (int i = 0; i < 12; i++) {
      line.file("docs/" + i + ".md", "$x_{" + i + "}$ $\\bad{" + i + "}$ $y。$\n\n$$\na\n$$\n");
    }
    Result expected = run("--no-cache", "docs");
    assertThat(run("--cache-dir", "kept", "docs")).isEqualTo(expected);
    Path file = folder.resolve("kept/results-1.cache");
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(20);
    for (int i = 0; i < damages; i++) {
      Files.delete(file);
      Files.write(file, damaged(good, random));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      for (int turn = 0; turn < 2; turn++) {
        Result found = run("--cache-dir", "kept", "docs");
        assertThat(found.out()).as("damage " + i + ", run " + turn).isEqualTo(expected.out());
        assertThat(found.exitCode()).isEqualTo(expected.exitCode());
      }
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int one = random.nextInt(bytes.length);
    int other = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> {
        for (int i = random.nextInt(30); i >= 0; i--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 1 -> bytes = Arrays.copyOf(bytes, one);
      case 2 -> random.nextBytes(bytes);
      case 3 -> {
        bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(64));
        System.arraycopy(good, one, bytes, bytes.length - good.length + one, good.length - one);
      }
      case 4 -> {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(good, 0, bytes, good.length, good.length);
      }
      default -> {
        int length = Math.min(40, bytes.length - Math.max(one, other));
        System.arraycopy(good, one, bytes, other, length);
        System.arraycopy(good, other, bytes, one, length);
      }
    }
    return bytes;
  }
}
