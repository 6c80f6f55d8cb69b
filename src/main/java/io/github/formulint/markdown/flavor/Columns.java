package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.commonmark.DocumentText;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** Columns of characters in their lines; a tab goes to the next stop (CommonMark 0.31.2, 2.2). */
public final class Columns {

  private static final int TAB_STOP = 4;

  private Columns() {}

  /** Returns the column of an offset of a document, from 0. */
  public static int at(DocumentText document, int offset) {
    int lineStart = offset;
    while (lineStart > document.parsedFrom() && "\n\r".indexOf(document.before(lineStart)) < 0) {
      lineStart--;
    }
    int column = 0;
    for (int i = lineStart; i < offset; i++) {
      column = after(column, document.at(i));
    }
    return column;
  }

  /** Returns the column behind a character that stands in a column. */
  public static int after(int column, char c) {
    return c == '\t' ? column + TAB_STOP - column % TAB_STOP : column + 1;
  }

  /**
   * Lets a block go on behind columns of white space. To go on where its container left off, the
   * parser must not be moved: it would forget that a tab was taken in part.
   */
  public static BlockContinue skip(ParserState state, int columns) {
    return columns == 0
        ? BlockContinue.atIndex(-1)
        : BlockContinue.atColumn(state.getColumn() + columns);
  }
}
