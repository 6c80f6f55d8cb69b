package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.run.Wiring;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import io.github.formulint.testing.FakeEngine;
import io.github.formulint.testing.Json;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TexCommandTest {

  @TempDir private Path folder;

  private CommandLineRun formulint() {
    return CommandLineRun.in(folder);
  }

  private List<Map<String, Object>> verdicts(String input) {
    return Json.lines(formulint().input(input).run("tex", "--format", "jsonl").out());
  }

  @Test
  void saysOkOrWhatIsWrongInOrder() {
    Result result = formulint().input("x^2\n\\katexbad\n\\jlmbad y\n").run("tex");
    assertThat(result)
        .isEqualTo(
            new Result(
                1,
                """
                ok     x^2
                error  \\katexbad  -- KaTeX: Undefined control sequence: \\katexbad (at 0)
                error  \\jlmbad y  -- JLaTeXMath: Undefined control sequence: \\jlmbad (at 0)
                """,
                ""));
  }

  @Test
  void writesAJsonLineForEachFormula() {
    Result result =
        formulint()
            .input("{\"tex\": \"a \\\\bad\", \"display\": false, \"id\": [1, {\"x\": 2}]}\n")
            .run("tex", "--format", "jsonl");
    assertThat(result.out())
        .isEqualTo(
            """
            {"tex":"a \\\\bad","display":false,"ok":false,"engines":{\
            "katex":{"status":"rejected","message":"Undefined control sequence: \\\\bad","position":2},\
            "jlatexmath":{"status":"rejected","message":"Undefined control sequence: \\\\bad","position":2}},"id":[1,{"x":2}]}
            """);
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void aFormulaThatRendersHasNeitherMessageNorPosition() {
    Map<String, Object> verdict = verdicts("x\n").get(0);
    assertThat(verdict.get("ok")).isEqualTo(true);
    assertThat(verdict.get("display")).isEqualTo(true);
    assertThat(Json.at(verdict, "engines/katex/status")).isEqualTo("rendered");
    assertThat(Json.at(verdict, "engines/katex/message")).isNull();
    assertThat(Json.at(verdict, "engines/katex/position")).isNull();
  }

  @Test
  void namesEveryStatus() {
    CommandLineRun run =
        formulint()
            .engines(
                new FakeEngine(
                    EngineId.KATEX,
                    formula ->
                        formula.tex().equals("a")
                            ? new RenderOutcome.TimedOut("too slow")
                            : new RenderOutcome.Crashed("broke")),
                FakeEngine.missing(EngineId.JLATEXMATH))
            .input("a\nb\n");
    List<Map<String, Object>> verdicts = Json.lines(run.run("tex", "--format", "jsonl").out());
    assertThat(Json.at(verdicts.get(0), "engines/katex/status")).isEqualTo("timeout");
    assertThat(Json.at(verdicts.get(1), "engines/katex/status")).isEqualTo("crashed");
    assertThat(Json.at(verdicts.get(0), "engines/jlatexmath/status")).isEqualTo("unavailable");
  }

  @Test
  void everyLineHasItsVerdictEvenBlankAndRepeatedOnes() {
    assertThat(verdicts("x\n\nx\r\ny")).extracting("tex").containsExactly("x", "", "x", "y");
  }

  @Test
  void bareFormulasMayBeginWithABrace() {
    assertThat(verdicts("{\\bf x}\n{ y }\n"))
        .extracting("tex")
        .containsExactly("{\\bf x}", "{ y }");
  }

  @Test
  void badJsonLinesAreSaidAndTheRestGoesOn() {
    Result result =
        formulint()
            .input(
                """
                {"tex": "x"}
                {"tex": "y"
                x^2
                {"display": true}
                {"tex": 1}
                {"tex": "a", "display": "yes"}
                {"tex": "a"} {"tex": "b"}
                ["tex"]

                {"tex": "z"}
                """)
            .run("tex", "--format", "jsonl");
    List<Map<String, Object>> lines = Json.lines(result.out());
    assertThat(lines).hasSize(10);
    assertThat(lines.get(0).get("ok")).isEqualTo(true);
    assertThat(lines.get(9).get("tex")).isEqualTo("z");
    for (int i = 1; i < 9; i++) {
      assertThat(lines.get(i)).containsEntry("line", i + 1).containsEntry("ok", false);
      assertThat((String) lines.get(i).get("error")).isNotBlank();
    }
    assertThat((String) lines.get(3).get("error")).contains("has no \"tex\"");
    assertThat((String) lines.get(4).get("error")).contains("not a string");
    assertThat((String) lines.get(6).get("error")).contains("more than one");
    assertThat(result.err()).hasLineCount(8);
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void linesThatAreNotUtf8OrTooLongAreSaidAndTheRestGoesOn() {
    byte[] good = "x\n".getBytes(StandardCharsets.UTF_8);
    byte[] input = new byte[2_000_010];
    java.util.Arrays.fill(input, (byte) 'y');
    System.arraycopy(good, 0, input, 0, 2);
    input[2] = (byte) 0xFF;
    input[3] = '\n';
    input[input.length - 3] = '\n';
    input[input.length - 2] = 'z';
    input[input.length - 1] = '\n';
    Result result = formulint().input(input).run("tex");
    assertThat(result.out())
        .isEqualTo(
            """
            ok     x
            error  line 2: is not valid UTF-8
            error  line 3: is longer than 1 MB, too long for a formula
            ok     z
            """);
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void manyFormulasComeBackInOrder() {
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      input.append(i % 7 == 0 ? "\\bad_" : "x_").append(i).append('\n');
    }
    Result result = formulint().input(input.toString()).run("tex");
    List<String> expected = input.toString().lines().toList();
    List<String> shown =
        result.out().lines().map(line -> line.substring(7).replaceAll("  -- .*", "")).toList();
    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void answersBeforeTheInputEnds() throws Exception {
    PipedOutputStream toProgram = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(toProgram);
    PipedInputStream fromProgram = new PipedInputStream(1 << 16);
    PipedOutputStream out = new PipedOutputStream(fromProgram);
    Environment environment =
        new Environment(
            in, out, new java.io.ByteArrayOutputStream(), false, false, Map.of(), folder);
    Wiring wiring =
        new Wiring() {
          @Override
          public io.github.formulint.markdown.MarkdownReader reader() {
            throw new AssertionError("nothing to read");
          }

          @Override
          public List<io.github.formulint.render.RenderEngine.Provider> engines(
              List<EngineId> asked, java.util.function.Consumer<String> notices) {
            return List.of(FakeEngine.renders(EngineId.KATEX));
          }
        };
    CompletableFuture<Integer> exitCode =
        CompletableFuture.supplyAsync(() -> new Main(environment, wiring).run("tex"));
    for (String formula : List.of("x", "y")) {
      toProgram.write((formula + "\n").getBytes(StandardCharsets.UTF_8));
      toProgram.flush();
      byte[] answer = fromProgram.readNBytes(("ok     " + formula + "\n").length());
      assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("ok     " + formula + "\n");
    }
    toProgram.close();
    assertThat(exitCode.get()).isZero();
  }

  @Test
  void otherMembersComeBack() {
    String line = "{\"id\": 7, \"latex\": \"x\", \"from\": {\"page\": [1, null]}, \"ok\": 3}";
    assertThat(
            CommandLineRun.in(folder)
                .input(line)
                .run("tex", "--format", "jsonl", "--key", "latex")
                .out())
        .startsWith("{\"tex\":\"x\",\"display\":true,\"ok\":true,")
        .endsWith(",\"id\":7,\"from\":{\"page\":[1,null]}}\n");
  }

  @Test
  void writesOnlyErrorsWhereAsked() {
    assertThat(CommandLineRun.in(folder).input("x\n\\bad\ny").run("tex", "--only-errors").out())
        .startsWith("error  \\bad")
        .hasLineCount(1);
  }

  @Test
  void takesAwayDelimitersAroundALine() {
    String out =
        CommandLineRun.in(folder)
            .input("$x$\n$$y$$\n\\(z\\)\n\\[w\\]\n$a$ or $b$\n$\n")
            .run("tex", "--format", "jsonl")
            .out();
    assertThat(out.lines().map(line -> line.replaceAll(",\"ok.*", "")))
        .containsExactly(
            "{\"tex\":\"x\",\"display\":false",
            "{\"tex\":\"y\",\"display\":true",
            "{\"tex\":\"z\",\"display\":false",
            "{\"tex\":\"w\",\"display\":true",
            "{\"tex\":\"$a$ or $b$\",\"display\":true",
            "{\"tex\":\"$\",\"display\":true");
  }
}
