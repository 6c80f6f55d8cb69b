package io.github.formulint.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.source.Part;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.source.UnreadableSourceException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookTest {

  private static List<Slot> split(String json) throws UnreadableSourceException {
    return new Notebook().split(SourceFile.of("a.ipynb", json));
  }

  private static List<String> told(String json) throws UnreadableSourceException {
    return split(json).stream()
        .map(Slot::part)
        .map(part -> part.label() + ": " + part.document().text())
        .toList();
  }

  @Test
  void takesTheMarkdownCells() throws UnreadableSourceException {
    String json =
        """
        {"cells": [
          {"cell_type": "markdown", "source": ["# a\\n", "b $x$"], "metadata": {"source": "no"}},
          {"cell_type": "raw", "source": "$raw$"},
          {"source": "code", "cell_type": "code", "outputs": []},
          {"source": "last before its type", "metadata": {}, "cell_type": "markdown"}
        ], "metadata": {"cells": [{"cell_type": "markdown", "source": "no"}]},
        "nbformat": 4, "nbformat_minor": 5}
        """;
    assertThat(told(json)).containsExactly("cell 1: # a\nb $x$", "cell 4: last before its type");
  }

  @Test
  void takesMarkdownAmongOutputsAndNeverMendsIt() throws UnreadableSourceException {
    String json =
        """
        {"cells": [{"cell_type": "code", "source": "f()", "outputs": [
          {"output_type": "display_data", "metadata": {"text/markdown": "no"},
           "data": {"text/plain": "no", "text/markdown": ["$y$\\n", "z"]}},
          {"output_type": "stream", "text": ["no"]}]}]}
        """;
    assertThat(told(json)).containsExactly("output of cell 1: $y$\nz");
    assertThat(split(json).get(0).isMendable()).isFalse();
  }

  @Test
  void takesTheWorksheetsOfTheThirdFormat() throws UnreadableSourceException {
    String json =
        """
        {"nbformat": 3, "worksheets": [{"cells": [
          {"cell_type": "heading", "level": 1, "source": "On $x$"},
          {"cell_type": "code", "input": "1", "outputs": []}]},
          {"metadata": {}, "cells": [{"cell_type": "markdown", "source": ["b"]}]}]}
        """;
    assertThat(told(json)).containsExactly("cell 1: On $x$", "cell 3: b");
  }

  @Test
  void knowsWhereEachLetterStands() throws UnreadableSourceException {
    String json =
        "\uFEFF{\"cells\": [{\"cell_type\": \"markdown\",\r\n \"source\": [\"\\u4e2d\\n\", \"\", \"a\\\\b \\\"\\/\\ud83d\\ude00\"]}]}";
    Part part = split(json).get(0).part();
    String text = part.document().text();
    assertThat(text).isEqualTo("中\na\\b \"/😀");
    assertThat(part.map().toFile(new Span(0, 1)).of(json)).isEqualTo("\\u4e2d");
    assertThat(part.map().toFile(new Span(3, 4)).of(json)).isEqualTo("\\\\");
    assertThat(part.map().toFile(new Span(0, 3)).of(json)).isEqualTo("\\u4e2d\\n\", \"\", \"a");
    assertThat(part.map().toFile(new Span(8, 10)).of(json)).isEqualTo("\\ud83d\\ude00");
    for (int i = 0; i < text.length(); i++) {
      assertThat(part.map().toPart(part.map().toFile(i))).isEqualTo(i);
    }
    assertThat(part.place(json.indexOf("a\\\\b"))).isEqualTo("cell 1, line 2");
    assertThat(part.position(json.indexOf("b \\\"")).column()).isEqualTo(3);
  }

  @Test
  void halvesOfPairsAndNulsTakeOnePlaceEach() throws UnreadableSourceException {
    String json =
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"a\\ud83db\\u0000c\\ude00\"}]}";
    assertThat(split(json).get(0).part().document().text()).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cells\": []}",
        "{\"cells\": [{}, 1, null, [], \"a\"]}",
        "{\"cells\": [{\"cell_type\": \"markdown\"}]}",
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": []}]}",
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": {\"a\": [1]}}]}",
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"a\", 1]}]}",
        "{\"cells\": [{\"cell_type\": 4, \"source\": \"a\"}]}",
        "{\"cells\": [{\"cell_type\": \"code\", \"outputs\": [1, {\"data\": [\"text/markdown\"]}]}]}",
        "{\"worksheets\": [1, {\"cells\": [1]}]}"
      })
  void cellsWithoutTextHoldNothing(String json) throws UnreadableSourceException {
    assertThat(split(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "\"a\"", "{\"cells\": {}}", "{\"metadata\": {\"cells\": []}}"})
  void whatHasNoCellsIsNoNotebook(String json) {
    assertThatThrownBy(() -> split(json))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage("a.ipynb: has no cells, so it is no Jupyter notebook; it was left alone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cells\": [}",
        "{\"cells\": []} x",
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"a\\q\"}]}",
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"a",
        "<<<<<<< HEAD\n{\"cells\": []}",
        "{\"cells\": [], \"a\": \"\u0001\"}"
      })
  void saysWhereItIsNoJson(String json) {
    assertThatThrownBy(() -> split(json))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageMatching(
            "a\\.ipynb: is not valid JSON, so no notebook \\(line 1, column \\d+\\): [^\\[]*;"
                + " open it in Jupyter, or take it from Git again");
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    String json = "{\"cells\": " + "[".repeat(100_000);
    assertThatThrownBy(() -> split(json))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("nesting");
  }
}
