package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import io.github.formulint.testing.Json;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormulasCommandTest {

  @TempDir private Path folder;

  private CommandLineRun formulint() {
    return CommandLineRun.in(folder);
  }

  @Test
  void listsFormulasForPeople() {
    Result result =
        formulint()
            .file("b.md", "| $a$ |\n| --- |\n| `$x$` |\n")
            .file("a.md", "费用 $5，公式 $x_1$。\n\n$$\ny\n= z\n$$\n")
            .run("formulas", ".");
    assertThat(result)
        .isEqualTo(
            new Result(
                0, "a.md:1:10: inline: x_1\na.md:3:1: display: y = z\nb.md:1:3: inline: a\n", ""));
  }

  @Test
  void listsFormulasForPrograms() {
    Result result =
        formulint().file("a.md", "# 𝔸 $x$\n\n- \\(y\\)\n").run("formulas", "--format", "jsonl");
    assertThat(Json.lines(result.out()))
        .containsExactly(
            Map.<String, Object>of(
                "path",
                "a.md",
                "platform",
                "universal",
                "start",
                5,
                "end",
                8,
                "line",
                1,
                "column",
                5,
                "display",
                false,
                "delimiter",
                "$",
                "tex",
                "x",
                "context",
                "heading"),
            Map.<String, Object>of(
                "path",
                "a.md",
                "platform",
                "universal",
                "start",
                12,
                "end",
                17,
                "line",
                3,
                "column",
                3,
                "display",
                false,
                "delimiter",
                "\\(",
                "tex",
                "y",
                "context",
                "list"));
  }

  @Test
  void saysWhatCannotBeRead() {
    Result result = formulint().file("a.md", "$x$").run("formulas", "a.md", "b.md");
    assertThat(result.out()).isEqualTo("a.md:1:1: inline: x\n");
    assertThat(result.err()).isEqualTo("formulint: b.md: no such file or folder\n");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void listsWhatAPlatformReads() {
    Result result =
        formulint()
            .file("a.md", "\\(x\\) $ y $\n")
            .run("formulas", "--platform", "github,remark", "a.md");
    assertThat(result).isEqualTo(new Result(0, "a.md:1:7: remark: inline: y\n", ""));
  }

  @Test
  void listsOnePlatformAfterAnother() {
    Result result =
        formulint()
            .file("a.md", "$x$\n")
            .file("b.md", "\\(y\\)\n")
            .run("formulas", "--platform", "universal,cherry-studio", "--platform", "remark", ".");
    assertThat(result.out())
        .isEqualTo(
            """
            a.md:1:1: inline: x
            b.md:1:1: inline: y
            a.md:1:1: cherry-studio: inline: x
            b.md:1:1: cherry-studio: inline: y
            a.md:1:1: remark: inline: x
            """);
  }

  @Test
  void readsStandardInputForEachPlatform() {
    Result result =
        formulint()
            .input("$x$\n")
            .run("formulas", "--format", "jsonl", "--platform", "github,remark", "-");
    assertThat(Json.lines(result.out()))
        .map(line -> line.get("platform"))
        .containsExactly("github", "remark");
  }

  @Test
  void saysOnceWhatCannotBeRead() {
    Result result =
        formulint()
            .file("a.md", "$x$\0")
            .run("formulas", "--platform", "github,remark", "a.md", "b.md");
    assertThat(result.err().lines()).hasSize(2);
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void refusesAWrongPlatform() {
    Result result = formulint().file("a.md", "$x$").run("formulas", "--platform", "hub", "a.md");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("there is no platform hub");
  }
}
