package io.github.formulint.markdown.commonmark;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.InlineParserFactory;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Reads the inline content of those blocks alone in which a formula may stand: the others hold none
 * of the characters that formulas begin with, and are most of a document. Not thread-safe; one for
 * each document.
 */
public final class MarkedInlines implements InlineParser {

  /** What a formula in a text begins with, for most platforms. */
  private static final String USUAL_MARKS = "$\\";

  private final InlineParser parser;
  private final String marks;

  private MarkedInlines(InlineParserContext context, String marks) {
    this.parser = new InlineParserImpl(context);
    this.marks = marks;
  }

  /** Returns what makes parsers for blocks with a dollar or a backslash. */
  public static InlineParserFactory factory() {
    return factory(USUAL_MARKS);
  }

  /**
   * Returns what makes parsers for blocks with one of some characters.
   *
   * @param marks the characters, at least one of which stands in each block with a formula
   */
  public static InlineParserFactory factory(String marks) {
    return context -> new MarkedInlines(context, marks);
  }

  @Override
  public void parse(SourceLines lines, Node node) {
    for (SourceLine line : lines.getLines()) {
      if (hasMark(line.getContent().toString(), marks)) {
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
  public static boolean hasMark(String text) {
    return hasMark(text, USUAL_MARKS);
  }

  private static boolean hasMark(String text, String marks) {
    for (int i = 0; i < marks.length(); i++) {
      if (text.indexOf(marks.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
