package io.github.formulint.markdown.commonmark;

/** Whether a backslash takes the meaning of a mark away (CommonMark 0.31.2, section 2.4). */
final class EscapeRule {

  private EscapeRule() {}

  /**
   * Returns whether an odd number of backslashes stands before an offset.
   *
   * @param text any text
   * @param index offset of a mark
   * @param from offset at which to stop looking back
   */
  static boolean isEscaped(CharSequence text, int index, int from) {
    int start = index;
    while (start > from && text.charAt(start - 1) == '\\') {
      start--;
    }
    return (index - start) % 2 == 1;
  }
}
