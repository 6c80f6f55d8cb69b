package io.github.formulint.markdown.universal;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Reads the inline content of those blocks alone in which a formula may stand: the others hold no
 * dollar and no backslash, and are most of a document. Not thread-safe; one for each document.
 */
final class MarkedInlines implements InlineParser {

  private final InlineParser parser;

  /**
   * Makes the parser of a document.
   *
   * @param context what the parser of blocks hands over
   */
  MarkedInlines(InlineParserContext context) {
    this.parser = new InlineParserImpl(context);
  }

  @Override
  public void parse(SourceLines lines, Node node) {
    for (SourceLine line : lines.getLines()) {
      if (hasMark(line.getContent().toString())) {
        parser.parse(lines, node);
        return;
      }
    }
  }

  /**
   * Returns whether a dollar or a backslash stands in a text; every formula begins with one, but
   * for those in fences.
   *
   * @param text any text
   */
  static boolean hasMark(String text) {
    return text.indexOf('$') >= 0 || text.indexOf('\\') >= 0;
  }
}
