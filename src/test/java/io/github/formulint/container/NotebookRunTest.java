package io.github.formulint.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineId;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import io.github.formulint.testing.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks from the command line, with the real engines. */
class NotebookRunTest {

  private static final String NOTEBOOK =
      """
      {
       "cells": [
        {
         "cell_type": "markdown",
         "metadata": {},
         "source": [
          "# 温度\\n",
          "\\n",
          "$\\\\newcommand{\\\\RR}{\\\\mathbb{R}}$, so $x \\\\in \\\\RR$.\\n",
          "\\n",
          "The value $y_{温度}$ and \\u0024z\\u0024."
         ]
        },
        {
         "cell_type": "code",
         "execution_count": 7,
         "metadata": {},
         "outputs": [
          {"output_type": "display_data", "metadata": {}, "data": {"text/markdown": "$y_{湿度}$"}}
         ],
         "source": "print('$y_{温度}$')"
        },
        {
         "cell_type": "markdown",
         "metadata": {},
         "source": "$v \\\\in \\\\RR$\\n\\n$$\\n\\\\nosuch\\n$$"
        }
       ],
       "metadata": {},
       "nbformat": 4,
       "nbformat_minor": 5
      }
      """;

  @TempDir private Path folder;

  private CommandLineRun formulint() {
    return CommandLineRun.in(folder)
        .engines(
            new StandardWiring()
                .engines(
                    List.of(EngineId.KATEX, EngineId.MATHJAX_FULL, EngineId.JLATEXMATH), s -> {})
                .toArray(io.github.formulint.render.RenderEngine.Provider[]::new));
  }

  @Test
  void tellsTheCellAndTheLine() {
    Result result = formulint().file("a.ipynb", NOTEBOOK).run("--format", "concise");
    assertThat(result.out())
        .isEqualTo(
            """
            a.ipynb:11:20: warning[cjk-text-in-math]: text in Chinese characters in math mode: MathJax takes another font, and in LaTeX and PDF it is missing (cell 1, line 5)
            a.ipynb:19:84: warning[cjk-text-in-math]: text in Chinese characters in math mode: MathJax takes another font, and in LaTeX and PDF it is missing (output of cell 2, line 1)
            a.ipynb:26:36: error[undefined-command]: `\\nosuch` is not a known command; readers see the name of the command in red (cell 3, line 4)
            """);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void everyFormatTellsThePart() {
    formulint().file("a.ipynb", NOTEBOOK);
    assertThat(
            Json.at(
                Json.parse(formulint().run("--format", "json").out()),
                "files/0/diagnostics/0/part"))
        .hasToString("{name=cell 1, line=5, column=15}");
    for (String format :
        List.of("github", "sarif", "junit", "checkstyle", "rdjsonl", "gitlab", "text")) {
      assertThat(formulint().run("--format", format).out()).as(format).contains("cell 3, line 4");
    }
  }

  @Test
  void mendsTheCellsAndNothingElse() throws IOException {
    Result result = formulint().file("a.ipynb", NOTEBOOK).run("--fix", "-q");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("a.ipynb")))
        .isEqualTo(NOTEBOOK.replace("value $y_{温度}$", "value $y_{\\\\text{温度}}$"));
    assertThat(formulint().run("--diff").out()).isEmpty();
  }

  @Test
  void remarksHoldInTheirCellAndForTheFile() {
    String nextLine =
        NOTEBOOK.replace(
            "\"The value", "\"<!-- formulint-disable-next-line -->\\n\",\n    \"The value");
    assertThat(formulint().file("a.ipynb", nextLine).run("--format", "concise").out())
        .doesNotContain("(cell 1,")
        .contains("cell 2")
        .contains("cell 3");
    String file = NOTEBOOK.replace("\"$v ", "\"<!-- formulint-disable-file cjk -->\\n\\n$v ");
    Result result = formulint().file("a.ipynb", file).run("--format", "concise");
    assertThat(result.out().lines()).singleElement().asString().contains("undefined-command");
    assertThat(formulint().run("--fix", "-q", "--ignore", "undefined-command").exitCode()).isZero();
    assertThat(folder.resolve("a.ipynb")).hasContent(file);
  }

  @Test
  void whatIsNotWantedIsNotMended() throws IOException {
    String twice =
        NOTEBOOK.replace(
            "The value", "<!-- formulint-disable-next-line -->\\n$y_{温度}$, but\\n\",\n    \"");
    formulint().file("a.ipynb", twice).run("--fix", "-q");
    String mended = Files.readString(folder.resolve("a.ipynb"));
    assertThat(mended).contains("\\n$y_{温度}$, but");
  }

  @Test
  void theBaselineKnowsThem() {
    formulint().file("a.ipynb", NOTEBOOK).run("--baseline", "b.json", "--update-baseline");
    assertThat(formulint().run("--baseline", "b.json").exitCode()).isZero();
    String more = NOTEBOOK.replace("\"# 温度", "\"$\\\\other$\\n\", \"# 温度");
    assertThat(
            formulint()
                .file("a.ipynb", more)
                .run("--baseline", "b.json", "--format", "concise")
                .out()
                .lines())
        .singleElement()
        .asString()
        .contains("`\\other`");
    formulint().run("--baseline", "b.json", "--fix", "-q");
    assertThat(folder.resolve("a.ipynb")).hasContent(more);
  }

  @Test
  void thePlatformThatIsNamedCounts() {
    formulint().file("a.ipynb", NOTEBOOK);
    assertThat(formulint().run("--format", "concise", "--platform", "universal").out())
        .contains("KaTeX has no command `\\RR`");
    formulint().file(".formulint.yml", "platform: universal\n");
    assertThat(formulint().run("--format", "concise").out())
        .contains("KaTeX has no command `\\RR`");
  }

  @Test
  void theFormulasAreListedWithTheirPlaces() {
    assertThat(formulint().file("a.ipynb", NOTEBOOK).run("formulas").out())
        .contains("a.ipynb:11:16: inline: y_{温度}\n")
        .contains("a.ipynb:11:29: inline: z\n")
        .contains("a.ipynb:26:32: display: \\nosuch");
  }

  @Test
  void aBrokenNotebookIsNamedAndTheRestGoesOn() {
    Result result =
        formulint()
            .file("a.ipynb", NOTEBOOK)
            .file("b.ipynb", "{\"cells\": [")
            .run("--format", "concise");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("b.ipynb: is not valid JSON");
    assertThat(result.out()).contains("a.ipynb:11:20");
  }

  @Test
  void whatWasFoundIsKnownTheNextTime() {
    formulint().file("a.ipynb", NOTEBOOK);
    String first = formulint().run("--cache-dir", "c", "--format", "json").out();
    assertThat(formulint().run("--cache-dir", "c", "--format", "json").out()).isEqualTo(first);
    String changed = NOTEBOOK.replace("\\\\newcommand{\\\\RR}", "\\\\newcommand{\\\\QQ}");
    formulint().file("a.ipynb", changed);
    assertThat(formulint().run("--cache-dir", "c", "--format", "concise").out())
        .contains("(cell 3, line 1)");
  }

  @Test
  void bytesOfOtherEncodingsStay() throws IOException {
    String crlf = "\uFEFF" + NOTEBOOK.replace("\n", "\r\n");
    formulint().file("a.ipynb", crlf.getBytes(StandardCharsets.UTF_8)).run("--fix", "-q");
    assertThat(Files.readString(folder.resolve("a.ipynb")))
        .isEqualTo(crlf.replace("value $y_{温度}$", "value $y_{\\\\text{温度}}$"));
  }
}
