package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import org.commonmark.node.CustomBlock;

/** A formula that is a block of its own. Its parser fills it when the block ends. */
final class MathBlock extends CustomBlock {

  private Delimiter delimiter = Delimiter.DOUBLE_DOLLAR;
  private MathStyle style = MathStyle.DISPLAY;
  private Span span = Span.at(0);
  private MappedText tex = MappedText.EMPTY;
  private boolean closed;

  /**
   * Says what the block holds.
   *
   * @param span the block with its delimiters
   * @param tex its TeX
   */
  void fill(Span span, MappedText tex) {
    this.span = span;
    this.tex = tex;
  }

  /** Says that the formula is set in the line. */
  void setInline() {
    style = MathStyle.INLINE;
    delimiter = Delimiter.DOLLAR;
  }

  /** Says that the closing mark was found. */
  void setClosed() {
    closed = true;
  }

  /** Returns whether the closing mark was found. */
  boolean isClosed() {
    return closed;
  }

  Delimiter delimiter() {
    return delimiter;
  }

  MathStyle style() {
    return style;
  }

  Span span() {
    return span;
  }

  MappedText tex() {
    return tex;
  }
}
