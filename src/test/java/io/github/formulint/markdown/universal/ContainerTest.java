package io.github.formulint.markdown.universal;

import static io.github.formulint.markdown.universal.ReadingAssert.assertFormulas;
import static io.github.formulint.markdown.universal.ReadingAssert.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "'text $x$'@PARAGRAPH",
        "'# text $x$'@HEADING",
        "'text $x$\n==='@HEADING",
        "'- text $x$'@LIST",
        "'> text $x$'@QUOTE",
        "'> - text $x$'@LIST",
        "'- > text $x$'@QUOTE",
        "'| a |\n|---|\n| $x$ |'@TABLE_CELL",
        "'<div>\n$x$\n</div>'@HTML",
        "'a[^1]\n\n[^1]: text $x$'@FOOTNOTE",
        "'!!! note\n    text $x$'@PARAGRAPH"
      })
  void innermostContainerIsTheContext(String markdown, FormulaContext context) {
    assertThat(only(markdown).context()).isEqualTo(context);
  }

  @Test
  void listItemsLoseTheirIndentation() {
    assertFormulas("- item\n\n  $$\n  a\n    b\n  $$\n\n- next", "$$a\n  b$$");
    assertFormulas("- $$\n  a\n  - b\n  $$\n- $c$", "$$a\n- b$$", "$c$");
    assertFormulas("1. item: $$\n   a\n   + b\n   $$", "$$a\n+ b$$");
    assertFormulas("-\t$$\n\ta\n\t$$", "$$a$$");
  }

  @Test
  void listItemsMayBeIndentedTooLittle() {
    assertFormulas("- item\n$$\na\n- b\n$$\n- $c$", "$$a\n- b$$", "$c$");
    assertFormulas("1. $$\na\n- b\n$$\n2. $c$", "$$a\n- b$$", "$c$");
  }

  @Test
  void quotesLoseTheirMarks() {
    assertFormulas("> $$\n> a\n> - b\n>\n> c\n> $$\n> end $d$", "$$a\n- b\n\nc$$", "$d$");
    assertFormulas("> let $a +\n> b$ be", "$a +\nb$");
  }

  @Test
  void quotesMayHaveLazyLines() {
    assertFormulas("> $$\na\n- b\n$$\n\nafter $c$", "$$a\n- b$$", "$c$");
  }

  @Test
  void quotesTakeTheirMarksAgainBehindLazyLines() {
    assertFormulas(">$$\na\n+ b\n>$$\n\nafter $c$", "$$a\n+ b$$", "$c$");
    assertFormulas("> $$\na\n>   b > c\n> > d\n  > $$", "$$a\n  b > c\n> d$$");
    assertFormulas("> > $$\n> a\n> > b\nc\n> > $$", "$$a\nb\nc$$");
    assertFormulas("$$\na\n> b\n$$", "$$a\n> b$$");
  }

  @Test
  void offsetsLeaveOutTheMarksBehindLazyLines() {
    String markdown = "> $$\na\n> b\n> $$\n";
    Formula formula = only(markdown);
    assertThat(formula.span().of(markdown)).isEqualTo("$$\na\n> b\n> $$");
    assertThat(formula.tex()).isEqualTo("a\nb");
    assertThat(formula.offsets().toSource(2)).isEqualTo(markdown.indexOf('b'));
  }

  @Test
  void tableCellsLoseTheBackslashOfAnEscapedPipe() {
    assertFormulas("| a | b |\n|---|---|\n| $\\|x\\|$ | \\(\\|y\\|\\) |", "$|x|$", "\\(|y|\\)");
  }

  @Test
  void pipeInAFormulaDoesNotEndTheCell() {
    assertFormulas(
        "| a | b |\n|---|---|\n| $P(A|B)$ | $c$ |\n| $|x|$ and $|y|$ | `$|` |",
        "$P(A|B)$",
        "$c$",
        "$|x|$",
        "$|y|$");
  }

  @Test
  void loneDollarInACellTakesNoOtherCell() {
    assertFormulas("| a | b |\n|---|---|\n| \\\\$ | $x$ |\n| `$` | $P(A|B)$ |", "$x$", "$P(A|B)$");
  }

  @Test
  void htmlBlocksHoldFormulas() {
    assertFormulas(
        "<table>\n<tr><td>$a$</td><td title=\"$q$\">\\(b\\)</td></tr>\n</table>", "$a$", "\\(b\\)");
    assertFormulas("<p>\n$$\na\n- b\n$$\n</p>", "$$a\n- b$$");
    assertFormulas("<details>\n<summary>$x$</summary>\n\n$$\ny\n$$\n</details>", "$x$", "$$y$$");
  }

  @Test
  void mathFenceInAListLosesTheIndentation() {
    assertFormulas("- item\n  ```math\n  a\n\n    b\n  ```", "```matha\n\n  b```");
    assertFormulas("> ```math\n> a\n> ```", "```matha```");
  }

  @Test
  void admonitionsHoldFormulas() {
    assertFormulas(
        "!!! note \"Title $t$\"\n    $$\n    a\n    - b\n    $$\n\n    - item $x$\n\nout $y$",
        "$t$",
        "$$a\n- b$$",
        "$x$",
        "$y$");
    assertFormulas("???+ note\n\n    $x$\n\n=== \"Tab\"\n\n    $y$", "$x$", "$y$");
  }

  @Test
  void frontMatterIsNotRead() {
    assertFormulas("---\ntitle: $x$\n---\n$y$", "$y$");
    assertFormulas("\uFEFF---\ntitle: $x$\n...\n$y$", "$y$");
  }

  @Test
  void ruleAtTheStartIsNoFrontMatter() {
    assertFormulas("---\n$x$\n\ntext", "$x$");
  }

  @Test
  void blocksGoOnBehindAFormula() {
    assertFormulas("$$\na\n$$\n- `$x$`\n- $b$\n\n# $c$", "$$a$$", "$b$", "$c$");
  }
}
