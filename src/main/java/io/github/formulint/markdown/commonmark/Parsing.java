package io.github.formulint.markdown.commonmark;

import io.github.formulint.markdown.TooLargeToReadException;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Parses with commonmark-java, whose limits become words for authors. Stateless. */
public final class Parsing {

  private Parsing() {}

  /**
   * Returns the tree of a document.
   *
   * @param parser the parser
   * @param text the document
   * @throws TooLargeToReadException if a table has more cells than the parser makes: a short row
   *     counts as one of full width, so a small file can ask for billions of them
   */
  public static Node parse(Parser parser, String text) {
    try {
      return parser.parse(text);
    } catch (IllegalArgumentException e) {
      // Of TableBlockParser; 1,000,000 is TablesExtension.DEFAULT_MAX_CELLS.
      if (String.valueOf(e.getMessage()).contains("maxCells")) {
        throw new TooLargeToReadException(
            "has tables of more than 1,000,000 cells, too many to read; split it or leave it out",
            e);
      }
      throw e;
    }
  }
}
