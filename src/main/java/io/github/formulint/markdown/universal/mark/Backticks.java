package io.github.formulint.markdown.universal.mark;

import io.github.formulint.markdown.commonmark.DocumentText;

/** Formulas that have a dollar at one end and a backtick at the other. */
public final class Backticks {

  private static final int LONGEST = 60;

  /** Lines that go on for longer than this are not looked over for each dollar. */
  private static final int LONGEST_LINE = 500;

  private Backticks() {}

  /**
   * Returns the backtick that closes what a dollar opens, or -1. It is the only one that follows,
   * and what stands between looks like a formula and has no space: {@code $O(n)`}.
   *
   * @param text the text of a block
   * @param dollar offset of the dollar
   * @param limit up to where the formula may go
   */
  public static int closing(String text, int dollar, int limit) {
    int end = Math.min(limit, dollar + LONGEST);
    for (int i = dollar + 1; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        return -1;
      }
      if (c == '`') {
        boolean isOnly = text.indexOf('`', i + 1) < 0;
        return isOnly && isFormula(text.substring(dollar + 1, i)) ? i : -1;
      }
    }
    return -1;
  }

  /**
   * Returns whether the only backtick of a line opens what a dollar closes: {@code `O(n)$}.
   *
   * @param document the document
   * @param dollar offset of the dollar in it
   */
  public static boolean opens(DocumentText document, int dollar) {
    String text = document.text();
    int first = Math.max(document.parsedFrom(), dollar - LONGEST);
    for (int i = dollar - 1; i >= first && !Character.isWhitespace(text.charAt(i)); i--) {
      if (text.charAt(i) == '`') {
        return isFormula(text.substring(i + 1, dollar)) && isOnly(text, i);
      }
    }
    return false;
  }

  private static boolean isOnly(String text, int tick) {
    for (int i = tick - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
      if (text.charAt(i) == '`' || tick - i > LONGEST_LINE) {
        return false;
      }
    }
    for (int i = tick + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '`' || i - tick > LONGEST_LINE) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFormula(String content) {
    MathLook look = MathLook.of(content);
    boolean hasSigns = content.chars().anyMatch(c -> "()^_=+\\".indexOf(c) >= 0);
    return look.words() == 0 && look.ideographs() == 0 && hasSigns && look.symbols() > 0
        || look.isEvident() && look.phrase() < 2 && look.ideographs() == 0;
  }
}
