package io.github.formulint.report.text;

/**
 * The part of a line around a place, so that what is done for a finding does not grow with the line
 * it stands on. Immutable.
 *
 * @param text the part
 * @param start where it begins in its line, in UTF-16 code units
 * @param isCutBefore whether the line has more before it
 * @param isCutBehind whether the line has more behind it
 */
record LinePart(String text, int start, boolean isCutBefore, boolean isCutBehind) {

  /** More code units than are ever shown on either side, also where several make one character. */
  static final int REACH = 250;

  /**
   * Returns the part of a line around a place.
   *
   * @param text the text that holds the line
   * @param lineStart where the line begins in the text
   * @param lineEnd where it ends
   * @param place the place in the text; it may lie outside the line
   */
  static LinePart around(String text, int lineStart, int lineEnd, int place) {
    int from = Math.max(lineStart, Math.min(place, lineEnd) - REACH);
    int to = Math.min(lineEnd, Math.max(place, lineStart) + REACH);
    return new LinePart(text.substring(from, to), from - lineStart, from > lineStart, to < lineEnd);
  }
}
