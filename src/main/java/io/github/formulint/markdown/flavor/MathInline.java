package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;
import org.commonmark.node.CustomNode;

/** A formula in the text of a block. */
final class MathInline extends CustomNode {

  private final MappedText text;
  private final DollarMatch.Found match;

  MathInline(MappedText text, DollarMatch.Found match) {
    this.text = text;
    this.match = match;
  }

  /** Returns the text of the block, from its first dollar or before. */
  MappedText text() {
    return text;
  }

  DollarMatch.Found match() {
    return match;
  }
}
