package io.github.formulint.rules.delimiter;

import io.github.formulint.source.Span;

/**
 * Whether lines of text stand right above and below a formula, with no blank line between: some
 * platforms read a block only as a paragraph of its own. Immutable.
 *
 * @param hasAbove whether one stands above
 * @param hasBelow whether one stands below
 */
record LineNeighbours(boolean hasAbove, boolean hasBelow) {

  /** Returns the neighbours of a formula in a document. */
  static LineNeighbours of(String text, Span formula) {
    int line = LineBounds.start(text, formula.start());
    boolean startsItem = !isMarks(text.substring(line, formula.start()));
    int end = LineBounds.end(text, formula.end());
    return new LineNeighbours(
        line > 0
            && !startsItem
            && isText(text.substring(LineBounds.start(text, line - 1), line - 1)),
        end < text.length() && isText(text.substring(end + 1, LineBounds.end(text, end + 1))));
  }

  /** Returns whether a line holds text, and does not just begin or end a block by itself. */
  private static boolean isText(String line) {
    return !isMarks(line) && !line.strip().matches("```.*|~~~.*|---+|\\*\\*\\*+");
  }

  private static boolean isMarks(String line) {
    return line.replace('>', ' ').isBlank();
  }
}
