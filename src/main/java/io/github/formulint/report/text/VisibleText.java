package io.github.formulint.report.text;

/**
 * Text that comes from documents or names of files, made fit for a terminal: what would move the
 * cursor, change colours or turn the direction of the text is shown as a visible character
 * (ECMA-48, section 5; Unicode Standard Annex 9). Stateless.
 */
public final class VisibleText {

  private static final int SYMBOL_FOR_NULL = 0x2400;
  private static final String SYMBOL_FOR_DELETE = "\u2421";
  private static final String REPLACEMENT = "\uFFFD";

  private VisibleText() {}

  /**
   * Returns a text on one line: also the ends of its lines are visible characters.
   *
   * @param text any text
   */
  public static String line(String text) {
    return of(text, "");
  }

  /**
   * Returns a text that keeps its lines and tabs.
   *
   * @param text any text
   */
  public static String lines(String text) {
    return of(text, "\n\t");
  }

  private static String of(String text, String kept) {
    int first = 0;
    while (first < text.length() && isPlain(text.charAt(first), kept)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (kept.indexOf(codePoint) >= 0) {
        visible.appendCodePoint(codePoint);
      } else {
        visible.append(of(codePoint));
      }
      i += Character.charCount(codePoint);
    }
    return visible.toString();
  }

  /** Returns whether a character needs no closer look; half of a pair does. */
  private static boolean isPlain(char c, String kept) {
    return c >= ' ' && !isTroublesome(c) || kept.indexOf(c) >= 0;
  }

  /** Returns what is shown of a character; a tab is taken for a control character here. */
  static String of(int codePoint) {
    if (codePoint < ' ') {
      return Character.toString(SYMBOL_FOR_NULL + codePoint);
    }
    if (codePoint == 0x7F) {
      return SYMBOL_FOR_DELETE;
    }
    return isTroublesome(codePoint) ? REPLACEMENT : Character.toString(codePoint);
  }

  /** Returns whether a terminal would do something else than show the character. */
  private static boolean isTroublesome(int codePoint) {
    return codePoint >= 0x7F && codePoint < 0xA0
        || codePoint == 0x200E
        || codePoint == 0x200F
        || codePoint == 0x061C
        || codePoint >= 0x202A && codePoint <= 0x202E
        || codePoint >= 0x2066 && codePoint <= 0x2069
        || codePoint == 0x2028
        || codePoint == 0x2029
        || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
