package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;
import org.commonmark.node.CustomNode;

/** A formula in the text of a block. */
public final class MathInline extends CustomNode {

  private final MappedText text;
  private final DollarMatch.Found match;

  /**
   * Makes a node.
   *
   * @param text the text of the block, from its first dollar or before
   * @param match where the formula stands in the text
   */
  public MathInline(MappedText text, DollarMatch.Found match) {
    this.text = text;
    this.match = match;
  }

  /** Returns the text of the block, from its first dollar or before. */
  public MappedText text() {
    return text;
  }

  /** Returns where the formula stands in the text. */
  public DollarMatch.Found match() {
    return match;
  }
}
