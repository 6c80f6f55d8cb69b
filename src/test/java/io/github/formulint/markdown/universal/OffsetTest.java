package io.github.formulint.markdown.universal;

import static io.github.formulint.markdown.universal.ReadingAssert.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.OffsetMap.Piece;
import io.github.formulint.source.Span;
import org.junit.jupiter.api.Test;

class OffsetTest {

  @Test
  void spansCountFromTheStartOfTheFile() {
    Formula formula = only("ab $x+y$ c");
    assertThat(formula.span()).isEqualTo(new Span(3, 8));
    assertThat(formula.texSpan()).isEqualTo(new Span(4, 7));
    assertThat(formula.offsets().pieces()).containsExactly(new Piece(0, 4));
  }

  @Test
  void byteOrderMarkCounts() {
    assertThat(only("\uFEFF$x$").span()).isEqualTo(new Span(1, 4));
  }

  @Test
  void frontMatterCounts() {
    assertThat(only("---\na: b\n---\n$x$").span()).isEqualTo(new Span(13, 16));
  }

  @Test
  void carriageReturnsAreNotTex() {
    Formula formula = only("$$\r\na\r\nb\r\n$$\r\n");
    assertThat(formula.tex()).isEqualTo("a\nb");
    assertThat(formula.span()).isEqualTo(new Span(0, 12));
    assertThat(formula.texSpan()).isEqualTo(new Span(4, 8));
    assertThat(formula.offsets().toSource(1)).isEqualTo(6);
    assertThat(formula.offsets().toSource(2)).isEqualTo(7);
  }

  @Test
  void quoteMarksAreNotTex() {
    Formula formula = only("> $$\n> a\n> b\n> $$\n");
    assertThat(formula.tex()).isEqualTo("a\nb");
    assertThat(formula.span()).isEqualTo(new Span(2, 17));
    assertThat(formula.offsets().toSource(2)).isEqualTo(11);
  }

  @Test
  void escapedPipeStandsAtThePipe() {
    Formula formula = only("| a |\n|---|\n| $\\|x\\|$ |\n");
    assertThat(formula.tex()).isEqualTo("|x|");
    assertThat(formula.span()).isEqualTo(new Span(14, 21));
    assertThat(formula.offsets().toSource(0)).isEqualTo(16);
    assertThat(formula.offsets().toSource(2)).isEqualTo(19);
  }

  @Test
  void escapedPipeBeforeAFormulaCounts() {
    assertThat(only("| a |\n|---|\n| \\| $x$ |\n").span()).isEqualTo(new Span(17, 20));
  }

  @Test
  void emptyTexHasAPlace() {
    Formula formula = only("a\n\n$$\n$$\n");
    assertThat(formula.span()).isEqualTo(new Span(3, 8));
    assertThat(formula.texSpan()).isEqualTo(Span.at(6));
  }
}
