package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.commonmark.DocumentText;

/**
 * Says what stands at the dollars, or other openers, of a block's text. Not thread-safe; one for
 * each block.
 */
public interface InlineRule {

  /** What stands before the first character of a block's text. */
  char NOTHING = '\0';

  /**
   * Returns what stands at a dollar.
   *
   * @param text the text of the block, without what its containers put before each line
   * @param index offset of a dollar that no backslash escapes
   * @param before the character before the dollar, {@link #NOTHING} at the start of the block
   */
  DollarMatch at(String text, int index, char before);

  /**
   * Returns what stands at a dollar, for rules that look further back.
   *
   * @param text the text of the block, without what its containers put before each line
   * @param index offset of a dollar that no backslash escapes
   * @param before the character before the dollar, {@link #NOTHING} at the start of the block
   * @param document the document
   * @param offset offset of the dollar in the document
   */
  default DollarMatch at(String text, int index, char before, DocumentText document, int offset) {
    return at(text, index, before);
  }
}
