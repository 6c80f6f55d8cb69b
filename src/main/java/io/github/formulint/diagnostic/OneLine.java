package io.github.formulint.diagnostic;

/** Keeps words for people in one line, whatever of the document they quote. Stateless. */
final class OneLine {

  private OneLine() {}

  /**
   * Returns a text in which a space stands for each line break and control character.
   *
   * @param text the text
   */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (breaks(text.charAt(i))) {
        return withSpaces(text);
      }
    }
    return text;
  }

  private static String withSpaces(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      line.append(breaks(unit) ? ' ' : unit);
    }
    return line.toString();
  }

  private static boolean breaks(char unit) {
    return Character.isISOControl(unit) || unit == '\u2028' || unit == '\u2029';
  }
}
