package io.github.formulint.markdown.flavor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Readings;
import io.github.formulint.markdown.github.GitHubReader;
import io.github.formulint.markdown.markdownit.TexmathReader;
import io.github.formulint.markdown.markdownit.VsCodeReader;
import io.github.formulint.markdown.markdownit.VuePressReader;
import io.github.formulint.markdown.remark.RemarkReader;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import org.junit.jupiter.api.Test;

/** Tables, lists, quotes and ends of documents, as the platforms answered when they were run. */
class BlocksOfPlatformsTest {

  private static final MarkdownReader REMARK = RemarkReader.withSingleDollars();

  @Test
  void aTableHasAsManyCellsInItsHeaderAsInItsSecondLine() {
    assertReads(REMARK, "| a | b |\n|---|\n| $u$ | $v\nw$ |\n", "u", "v\nw");
  }

  @Test
  void aRowNeedsNoPipe() {
    assertReads(REMARK, "| a | b |\n|---|---|\n| $u | $v$ |\nw$ z\n", "v");
  }

  @Test
  void anotherBlockEndsATable() {
    assertReads(
        new VsCodeReader(),
        "| a | b |\n|---|---|\n| $u$ | b |\n~~~math\nv | w\n~~~\n",
        "u",
        "display:v | w\n");
  }

  @Test
  void aListTakesItsIndentFromLinesThatGoOnWithoutTheMarkOfAQuote() {
    assertReads(REMARK, "- > so $u\n  v$\n", "u\nv");
  }

  @Test
  void aFootnoteTakesItsIndent() {
    assertReads(REMARK, "[^n]\n\n[^n]: so $u\n    v$\n", "u\nv");
  }

  @Test
  void aContainerTakesPartOfATab() {
    assertReads(new TexmathReader(), "- so $$u\n\tv$$ is\n", "display:u\n  v");
    assertReads(REMARK, "  ```math\n\tu\n  ```\n", "display:  u");
  }

  @Test
  void theLastLineMayHaveNoLineEnd() {
    assertReads(new VsCodeReader(), "```math\nu", "display:u");
    assertReads(new VsCodeReader(), "$$\nu", "display:u");
    assertReads(new VuePressReader(), "> $$\n> u", "display:u");
  }

  @Test
  void blankLinesBelongToAFenceThatNothingCloses() {
    assertReads(new VsCodeReader(), "```math\nu\n\n", "display:u\n\n");
  }

  @Test
  void aFenceBeginsAtItsFirstMark() {
    Formula fence = REMARK.read(SourceFile.of("a.md", "  ```math\n  u\n  ```\n")).formulas().get(0);
    assertThat(fence.span()).isEqualTo(new Span(2, 19));
  }

  @Test
  void onGitHubADollarClosesOneFormulaOnly() {
    assertReads(new GitHubReader(), "so $`u`$`v`$ is\n", "u");
  }

  private static void assertReads(MarkdownReader reader, String markdown, String... formulas) {
    assertThat(Readings.of(reader, markdown)).containsExactly(formulas);
  }
}
