package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.MappedText;
import java.util.EnumSet;
import java.util.Set;

/**
 * A block of text, and what is known not to be in it: a part of a block is looked through again for
 * each part taken off, which would cost the square of its length.
 *
 * @param text its lines
 * @param without what it does not hold
 */
record Block(MappedText text, Set<Part> without) {

  /** What processors look for anywhere in a block. */
  enum Part {
    HEADING,
    RULE,
    QUOTE,
    CONTAINER
  }

  static Block of(MappedText text) {
    return new Block(text, EnumSet.noneOf(Part.class));
  }

  /** Returns a part of the block. */
  Block slice(int start, int end) {
    return new Block(text.slice(start, end), EnumSet.copyOf(without));
  }
}
