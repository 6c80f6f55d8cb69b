package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import org.commonmark.node.CustomBlock;

/** A formula that is a block of its own. Its parser fills it when the block ends. */
public final class MathBlock extends CustomBlock {

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
  public void fill(Span span, MappedText tex) {
    this.span = span;
    this.tex = tex;
  }

  /** Says that the formula is set in the line. */
  public void setInline() {
    style = MathStyle.INLINE;
    delimiter = Delimiter.DOLLAR;
  }

  /** Says that it is an environment, whose TeX holds its own marks. */
  public void setEnvironment() {
    delimiter = Delimiter.ENVIRONMENT;
  }

  /** Says that the closing mark was found. */
  public void setClosed() {
    closed = true;
  }

  /** Returns whether the closing mark was found. */
  public boolean isClosed() {
    return closed;
  }

  /** Returns the marks around it. */
  public Delimiter delimiter() {
    return delimiter;
  }

  /** Returns whether it is set in the line or on lines of its own. */
  public MathStyle style() {
    return style;
  }

  /** Returns the block with its delimiters, in UTF-16 code units of the document. */
  public Span span() {
    return span;
  }

  /** Returns its TeX. */
  public MappedText tex() {
    return tex;
  }
}
