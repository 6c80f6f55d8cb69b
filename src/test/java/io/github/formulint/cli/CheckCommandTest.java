package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.config.OutputFormat;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import io.github.formulint.testing.FakeEngine;
import io.github.formulint.testing.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

  @TempDir private Path folder;

  private CommandLineRun formulint() {
    return CommandLineRun.in(folder);
  }

  @Test
  void showsTheLineThePlaceWhatTheEnginesSayAndAHint() {
    Result result =
        formulint()
            .file("docs/映射.md", "# 标题\n\n设 $x \\mpasto y$ 为映射\n")
            .engines(
                FakeEngine.refuses(EngineId.KATEX, "\\mpasto"),
                FakeEngine.refuses(EngineId.JLATEXMATH, "\\mpasto"))
            .run("docs", "--verbose");
    assertThat(result.out())
        .isEqualTo(
            """
            error[undefined-command]: `\\mpasto` is not a known command; readers see red
              source text instead of the formula
             --> docs/映射.md:3:6
              |
            3 | 设 $x \\mpasto y$ 为映射
              |       ^^^^^^^
              = KaTeX: Undefined control sequence: \\mpasto
              = JLaTeXMath: Undefined control sequence: \\mpasto
              = hint: did you mean `\\mapsto`?
              = unsafe fix: write `\\mapsto` [--unsafe-fixes]
            3 - 设 $x \\mpasto y$ 为映射
                        ~~
            3 + 设 $x \\mapsto y$ 为映射
                        ~~

            1 file, 1 formula: 1 error, 0 warnings
            1 of 1 finding can be fixed with --unsafe-fixes: look at what changes
            next: formulint explain undefined-command; or --diff --unsafe-fixes
            """);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void saysThatNothingIsWrong() {
    Result result = formulint().file("a.md", "$x$ and $y$ and $x$").run();
    assertThat(result).isEqualTo(new Result(0, "1 file, 3 formulas: nothing wrong\n", ""));
  }

  @Test
  void checksTheCurrentFolderWithoutPaths() {
    formulint().file("a.md", "$\\bad$").file("x/b.markdown", "$\\bad$");
    assertThat(formulint().run("--format", "concise").out())
        .isEqualTo(
            """
            a.md:1:2: error[undefined-command]: `\\bad` is not a known command; readers see red source text instead of the formula
            x/b.markdown:1:2: error[undefined-command]: `\\bad` is not a known command; readers see red source text instead of the formula
            """);
    assertThat(formulint().run("check", "--format", "concise").out())
        .isEqualTo(formulint().run("--format", "concise").out());
  }

  @Test
  void readsStandardInputUnderAName() {
    CommandLineRun run = formulint().input("$\\bad$");
    assertThat(run.run("-", "--format=concise").out()).startsWith("<stdin>:1:2: error");
    assertThat(run.run("--stdin-filename", "docs/a.md", "--format=concise", "-").out())
        .startsWith("docs/a.md:1:2: error");
  }

  @ParameterizedTest
  @CsvSource({
    "$x$,            error,   0",
    "$x$,            warning, 0",
    "$\\jlmbad$,     error,   0",
    "$\\jlmbad$,     warning, 1",
    "$\\jlmbad$,     never,   0",
    "$\\katexbad$,   error,   1",
    "$\\katexbad$,   warning, 1",
    "$\\katexbad$,   never,   0",
    "$\\bad$,        error,   1"
  })
  void failsFromTheThresholdOn(String text, String failOn, int exitCode) {
    Result result = formulint().file("a.md", text).run("--fail-on", failOn, "a.md");
    assertThat(result.exitCode()).isEqualTo(exitCode);
  }

  @ParameterizedTest
  @CsvSource({
    "both,       $\\jlmbad$,   warning[engine-disagreement]",
    "both,       $\\katexbad$, error[undefined-command]",
    "both,       $\\bad$,      error[undefined-command]",
    "katex,      $\\katexbad$, error[undefined-command]",
    "katex,      $\\jlmbad$,   ''",
    "jlatexmath, $\\jlmbad$,   error[undefined-command]",
    "JLaTeXMath, $\\katexbad$, ''"
  })
  void asksTheEnginesThatAreChosen(String engine, String text, String expected) {
    Result result =
        formulint().file("a.md", text).run("--engine", engine, "--format", "concise", "a.md");
    if (expected.isEmpty()) {
      assertThat(result.out()).isEmpty();
    } else {
      assertThat(result.out()).hasLineCount(1).contains(expected);
    }
  }

  @Test
  void saysThatSwitchingTheEngineMendsADisagreement() {
    Result result = formulint().file("a.md", "$\\jlmbad$").run("a.md", "--width", "200");
    assertThat(result.out())
        .contains("renders with KaTeX, not with JLaTeXMath")
        .contains("switching to KaTeX mends it")
        .contains("--engine katex");
  }

  @Test
  void aFormulaThatDoesNotEndIsReportedAsSuch() {
    FakeEngine slow =
        new FakeEngine(
            EngineId.KATEX, formula -> new RenderOutcome.TimedOut("not done after 5 seconds"));
    Result alone = formulint().engines(slow).file("a.md", "$x$").run("--format", "concise", "a.md");
    assertThat(alone.out()).contains("error[runaway-formula]: KaTeX takes too long");
    Result other =
        formulint()
            .engines(
                FakeEngine.renders(EngineId.KATEX),
                new FakeEngine(EngineId.JLATEXMATH, slow.outcomes()))
            .run("--format", "concise", "a.md");
    assertThat(other.out()).contains("warning[runaway-formula]: JLaTeXMath takes too long");
  }

  @Test
  void goesOnWithOneEngineWhereTheOtherMayBeMissing() {
    Result result =
        formulint()
            .file("a.md", "$\\jlmbad$ $x$")
            .file("b.md", "$y$")
            .engines(
                FakeEngine.missing(EngineId.KATEX),
                FakeEngine.refuses(EngineId.JLATEXMATH, "\\jlmbad"))
            .run("--allow-missing-engine", "--format", "concise");
    assertThat(result.out()).hasLineCount(1).contains("error[undefined-command]");
    assertThat(result.err()).hasLineCount(1).contains("KaTeX is not available");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void failsInEveryFormatWhereAnEngineIsMissing(OutputFormat format) {
    Result result =
        formulint()
            .file("a.md", "$x$")
            .engines(FakeEngine.missing(EngineId.KATEX), FakeEngine.renders(EngineId.JLATEXMATH))
            .run("--format", format.name());
    assertThat(result.err())
        .contains("KaTeX cannot run here, so not all formulas were checked")
        .contains("--allow-missing-engine");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void mendsNothingWhereAnEngineIsMissing() {
    CommandLineRun run =
        formulint()
            .file("a.md", "$x。$")
            .engines(
                FakeEngine.missing(EngineId.KATEX), FakeEngine.refuses(EngineId.JLATEXMATH, "。"));
    for (String option : List.of("--fix", "--fix-only", "--diff")) {
      Result result = run.run(option, "a.md");
      assertThat(result.err()).contains("a.md: is not mended");
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(folder.resolve("a.md")).hasContent("$x。$");
    }
    assertThat(run.run("--fix", "--allow-missing-engine", "a.md").exitCode()).isZero();
    assertThat(folder.resolve("a.md")).hasContent("$x$。");
  }

  @Test
  void judgesByTheEnginesOfEachDocumentWhetherOneIsMissing() {
    CommandLineRun run =
        formulint()
            .file(".formulint.yml", "overrides:\n  - files: there/**\n    engine: mathjax\n")
            .file("here.md", "$x。$ $y$")
            .file("there/a.md", "$x。$")
            .engines(
                FakeEngine.refuses(EngineId.KATEX, "。"),
                FakeEngine.renders(EngineId.JLATEXMATH),
                FakeEngine.missing(EngineId.MATHJAX_FULL));
    Result checked = run.run("--allow-missing-engine", "--fail-on", "never", ".");
    assertThat(checked.err())
        .contains("cannot run here, so not all formulas were checked")
        .doesNotContain("lets the other engines decide");
    assertThat(checked.exitCode()).isEqualTo(2);
    Result mended = run.run("--fix", "--jobs", "1", ".");
    assertThat(mended.err()).doesNotContain("here.md: is not mended");
    assertThat(mended.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("here.md")).hasContent("$x$。 $y$");
    assertThat(folder.resolve("there/a.md")).hasContent("$x。$");
  }

  @Test
  void failsWhereNoEngineCanRun() {
    Result result =
        formulint()
            .file("a.md", "$x$")
            .engines(FakeEngine.missing(EngineId.KATEX))
            .run("--engine", "katex", "--allow-missing-engine");
    assertThat(result.err())
        .contains("KaTeX cannot run here")
        .doesNotContain("--allow-missing-engine");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void jsonHasTheDocumentedShape() {
    Result result =
        formulint()
            .file("a.md", "intro 𝔸 $x$\r\n\r\n> $$\r\n> y \\bad\r\n> $$\r\n")
            .file("b.md", "none")
            .run("--format", "json");
    Object json = Json.parse(result.out());
    assertThat(Json.at(json, "engines"))
        .isEqualTo(java.util.Map.of("katex", "9.9", "jlatexmath", "9.9"));
    assertThat(Json.at(json, "version")).isInstanceOf(String.class);
    assertThat(Json.at(json, "summary"))
        .isEqualTo(
            java.util.Map.of(
                "files", 2,
                "formulas", 2,
                "distinctFormulas", 2,
                "errors", 1,
                "warnings", 0,
                "fixable", 0,
                "unsafelyFixable", 1,
                "fixed", 0,
                "platforms", List.of()));
    assertThat(Json.at(json, "files/0/path")).isEqualTo("a.md");
    assertThat(Json.at(json, "files/0/formulas")).isEqualTo(2);
    assertThat(Json.at(json, "files/1/diagnostics")).isEqualTo(List.of());
    Object diagnostic = Json.at(json, "files/0/diagnostics/0");
    assertThat(Json.at(diagnostic, "rule")).isEqualTo("undefined-command");
    assertThat(Json.at(diagnostic, "severity")).isEqualTo("error");
    assertThat(Json.at(diagnostic, "start"))
        .isEqualTo(java.util.Map.of("offset", 26, "line", 4, "column", 5));
    assertThat(Json.at(diagnostic, "end"))
        .isEqualTo(java.util.Map.of("offset", 30, "line", 4, "column", 9));
    assertThat(Json.at(diagnostic, "formula/display")).isEqualTo(true);
    assertThat(Json.at(diagnostic, "formula/delimiter")).isEqualTo("$$");
    assertThat(((String) Json.at(diagnostic, "formula/tex")).strip()).isEqualTo("y \\bad");
    assertThat(Json.at(diagnostic, "formula/start")).isEqualTo(18);
    assertThat(Json.at(diagnostic, "engines/katex/status")).isEqualTo("rejected");
    assertThat(Json.at(diagnostic, "engines/katex/message"))
        .isEqualTo("Undefined control sequence: \\bad");
    assertThat(Json.at(diagnostic, "engines/jlatexmath/position")).isInstanceOf(Integer.class);
  }

  @Test
  void jsonIsValidWhateverTheTextHolds() {
    Result result =
        formulint()
            .file("\"q\" \\n.md", "$\\bad \" \\\\ \t \u2028 \u0001 中 𝔸$")
            .run("--format", "json");
    Object json = Json.parse(result.out());
    assertThat(Json.at(json, "files/0/path")).isEqualTo("\"q\" \\n.md");
    assertThat((String) Json.at(json, "files/0/diagnostics/0/formula/tex"))
        .contains("\" \\\\ \t \u2028 \u0001 中 𝔸");
  }

  @Test
  void jsonLinesHoldAFindingEach() {
    Result result =
        formulint()
            .file("a.md", "$\\bad$ $\\bad x$")
            .file("b.md", "$$\n\\jlmbad\n$$")
            .run("--format", "jsonl");
    List<java.util.Map<String, Object>> lines = Json.lines(result.out());
    assertThat(lines).extracting("path").containsExactly("a.md", "a.md", "b.md");
    assertThat(lines)
        .extracting("rule")
        .containsExactly("undefined-command", "undefined-command", "engine-disagreement");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void statisticsCountTheFindingsOfEachRule() {
    formulint().file("a.md", "$\\bad$ $\\bad x$ $\\jlmbad$");
    assertThat(formulint().run("--statistics").out())
        .endsWith(
            """
            findings    --fix  --unsafe-fixes  rule
                   2        0               2  undefined-command
                   1        0               0  engine-disagreement
            1 file, 3 formulas: 2 errors, 1 warning
            2 of 3 findings can be fixed with --unsafe-fixes: look at what changes
            next: formulint explain undefined-command; or --diff --unsafe-fixes
            """);
    assertThat(
            Json.at(
                Json.parse(formulint().run("--statistics", "--format", "json").out()),
                "summary/rules"))
        .isEqualTo(java.util.Map.of("undefined-command", 2, "engine-disagreement", 1));
  }

  @Test
  void quietWritesNothingButFindings() {
    assertThat(formulint().file("a.md", "$x$").run("-q")).isEqualTo(new Result(0, "", ""));
    assertThat(formulint().file("a.md", "$\\bad$").run("--quiet").out())
        .startsWith("error[undefined-command]")
        .doesNotContain("1 file");
  }

  @Test
  void colourIsForTerminalsUnlessToldOtherwise() {
    formulint().file("a.md", "$\\bad$");
    assertThat(formulint().run().out()).doesNotContain("\u001B");
    assertThat(formulint().onTerminal().run().out()).contains("\u001B[1;31merror");
    assertThat(formulint().onTerminal().run("--color", "never").out()).doesNotContain("\u001B");
    assertThat(formulint().onTerminal().variable("NO_COLOR", "1").run().out())
        .doesNotContain("\u001B");
    assertThat(formulint().onTerminal().variable("NO_COLOR", "").run().out()).contains("\u001B");
    assertThat(formulint().onTerminal().variable("TERM", "dumb").run().out())
        .doesNotContain("\u001B");
    assertThat(formulint().variable("NO_COLOR", "1").run("--color", "always").out())
        .contains("\u001B");
    assertThat(formulint().onTerminal().run("--format", "json").out()).doesNotContain("\u001B");
  }

  @Test
  void colourDoesNotChangeTheText() {
    formulint().file("a.md", "中文 $\\bad$ and $\\jlmbad$");
    String plain = formulint().run().out();
    String coloured = formulint().run("--color=always").out();
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "concise", "json", "jsonl"})
  void theResultIsTheSameForAnyJobsAndAnyOrder(String format) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String name = "f" + i + ".md";
      String faults =
          IntStream.rangeClosed(0, i % 4)
              .mapToObj(n -> "$\\bad_" + n + "$ $\\jlmbad$\n\n")
              .reduce("", String::concat);
      formulint().file(name, faults + "$x_" + i + "$");
      paths.add(name);
    }
    Result expected = formulint().run("--format", format, "--jobs", "1", "--statistics");
    assertThat(expected.out()).isNotEmpty();
    assertThat(formulint().run("--format", format, "--jobs", "1", "--statistics"))
        .isEqualTo(expected);
    Random random = new Random(11);
    for (int jobs = 1; jobs <= 5; jobs++) {
      Collections.shuffle(paths, random);
      List<String> args =
          new ArrayList<>(List.of("--format", format, "--jobs", "" + jobs, "--statistics"));
      args.addAll(paths);
      assertThat(formulint().run(args.toArray(String[]::new))).isEqualTo(expected);
    }
  }

  @Test
  void respectsIgnoreFilesIncludesAndExcludes() {
    formulint()
        .file(".gitignore", "gen\n")
        .file("gen/a.md", "$\\bad$")
        .file("b.md", "$x$")
        .file("c.txt", "$y$")
        .file("drafts/d.md", "$z$");
    assertThat(formulint().run().out()).startsWith("2 files, 2 formulas");
    assertThat(formulint().run("--exclude", "drafts").out()).startsWith("1 file, 1 formula");
    assertThat(formulint().run("--include", "*.txt").out()).startsWith("1 file, 1 formula");
    assertThat(formulint().run("gen/a.md").exitCode()).isEqualTo(1);
  }

  @Test
  void saysThatThereIsNothingToCheck() {
    Result result = formulint().file("a.txt", "").run();
    assertThat(result.err()).contains("no Markdown files found");
    assertThat(result.out()).isEqualTo("no file was read\n");
    assertThat(result.exitCode()).isZero();
    assertThat(formulint().run("a.tex").out()).doesNotContain("nothing wrong");
  }

  @Test
  void endsQuietlyWhenNobodyReadsAnyMore() {
    formulint().file("a.md", "$\\bad$\n\n".repeat(500));
    List<Integer> exitCodes = new ArrayList<>();
    for (String format : List.of("text", "concise", "json", "jsonl")) {
      java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
      exitCodes.add(formulint().run(failing("Broken pipe"), err, "--format", format));
      assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
    assertThat(exitCodes).containsOnly(1);
  }

  @Test
  void saysThatTheOutputCannotBeWritten() {
    formulint().file("a.md", "$\\bad$");
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    int exitCode = formulint().run(failing("No space left on device"), err);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("formulint: the output cannot be written: No space left on device\n");
    assertThat(exitCode).isEqualTo(2);
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @Test
  void aFaultOfTheProgramIsSaidToBeOne() {
    Result result =
        formulint()
            .file("a.md", "$x$")
            .file("b.md", "$\\bad$")
            .reader(
                document -> {
                  if (document.name().equals("a.md")) {
                    throw new IllegalStateException("of the reader");
                  }
                  return new io.github.formulint.markdown.universal.UniversalReader()
                      .read(document);
                })
            .run("--format", "concise");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("internal error while checking a.md")
        .contains("Please report it")
        .contains("IllegalStateException: of the reader")
        .contains("Java " + System.getProperty("java.version"));
    assertThat(result.out()).startsWith("b.md:1:2: error");
  }

  @Test
  void showsNoProgressBarWhereNobodySeesIt() {
    for (int i = 0; i < 3; i++) {
      formulint().file("f" + i + ".md", "$x_" + i + "$");
    }
    assertThat(slowly().run("--jobs", "1").err()).isEmpty();
    assertThat(slowly().onTerminal().run("--jobs", "1", "--no-progress").err()).isEmpty();
    assertThat(slowly().onTerminal().run("--jobs", "1", "--quiet").err()).isEmpty();
  }

  @Test
  void showsAProgressBarForLongWorkAndTakesItAway() {
    for (int i = 0; i < 3; i++) {
      formulint().file("f" + i + ".md", "$x_" + i + "$");
    }
    Result result = slowly().onTerminal().run("--jobs", "1");
    assertThat(result.err()).contains("checking").contains("/3").endsWith("\r\u001B[K");
    assertThat(result.out()).isEqualTo("3 files, 3 formulas: nothing wrong\n");
    Result quick = formulint().onTerminal().run();
    assertThat(quick.err()).isEmpty();
  }

  private CommandLineRun slowly() {
    return formulint()
        .engines(
            new FakeEngine(
                EngineId.KATEX,
                formula -> {
                  try {
                    Thread.sleep(700);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return RenderOutcome.Rendered.CLEAN;
                }));
  }

  @Test
  void countsForEachPlatformWhatBecomesOfTheFormulas() {
    Result result =
        formulint()
            .file("a.md", "中$x$文 $y$\n\n$$\nz\n$$\n\n$$w$$\n\n从 $5 到 $6。\n")
            .run("--platform", "github,remark", "--format", "json");
    Object json = Json.parse(result.out());
    assertThat(Json.at(json, "summary/platforms"))
        .isEqualTo(
            List.of(
                java.util.Map.of(
                    "platform", "github",
                    "meant", 4,
                    "read", 3,
                    "lost", 1,
                    "altered", 0,
                    "accidental", 0),
                java.util.Map.of(
                    "platform", "remark",
                    "meant", 4,
                    "read", 3,
                    "lost", 0,
                    "altered", 1,
                    "accidental", 1)));
    assertThat(Json.at(json, "files/0/diagnostics/0/platforms")).isEqualTo(List.of("github"));
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void sumsUpEachPlatformInALine() {
    Result result =
        formulint().file("a.md", "中$x$文\n").run("--platform", "github,gitlab,universal");
    assertThat(result.out())
        .contains("\nGitHub: 0 of 1 formula read, 1 lost, 0 altered, 0 accidental\n")
        .contains("\nGitLab: 1 of 1 formula read, 0 lost, 0 altered, 0 accidental\n");
  }

  @Test
  void asksNoPlatformUnlessOneIsNamed() {
    String text = "中$x$文 \\(y\\) 从 $5 到 $6\n";
    assertThat(formulint().file("a.md", text).run().exitCode()).isZero();
    assertThat(formulint().file("a.md", text).run("--platform", "universal").exitCode()).isZero();
    assertThat(formulint().file("a.md", text).run("--platform", "github").exitCode()).isOne();
  }

  @Test
  void anyNumberOfJobsIsFine() {
    Result result = formulint().file("a.md", "$x$").run("--jobs", "2147483647", "a.md");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void saysWhereTheMachineHadNoTime() {
    FakeEngine busy = new FakeEngine(EngineId.KATEX, formula -> RenderOutcome.NotTried.HELD_UP);
    Result result =
        formulint().file("a.md", "$x$").engines(busy).run("--format", "concise", "a.md");
    assertThat(result.out()).contains("warning[runaway-formula]: KaTeX was not tried");
    assertThat(result.err()).contains("not all formulas were tried");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void writesNoReportOverADocument() {
    for (String file : List.of("a.md", "other.md")) {
      Result result =
          formulint().file("a.md", "$x$").run("--format", "json", "--output-file", file, "a.md");
      assertThat(result.err()).containsAnyOf("would overwrite a document", "cannot be written");
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(folder.resolve("a.md")).hasContent("$x$");
    }
  }
}
