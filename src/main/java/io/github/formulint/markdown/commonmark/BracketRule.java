package io.github.formulint.markdown.commonmark;

/**
 * Whether {@code \(…\)} and {@code \[…\]} are meant as formulas. Markdown has them as escaped
 * brackets too: {@code \[toc\]}, {@code \[3\]}, {@code \(see below\)}.
 */
final class BracketRule {

  private BracketRule() {}

  /**
   * Returns whether {@code \(…\)} is a formula.
   *
   * @param content what stands between the marks
   * @param before the character before the opening mark
   */
  static boolean isInlineFormula(String content, char before) {
    boolean isCall = before >= 'a' && before <= 'z' || before == '_';
    MathLook look = MathLook.of(content);
    if (content.isBlank()) {
      return !isCall;
    }
    if (look.isEvident()) {
      return !look.isProse();
    }
    if (isCall) {
      return false;
    }
    return look.isSymbols()
        || look.isMath() && look.phrase() < 2 && look.operators() > 0
        || isName(content);
  }

  /**
   * Returns whether {@code \[…\]} is a formula.
   *
   * @param content what stands between the marks
   * @param before the character before the opening mark
   * @param alone whether nothing else stands on the lines of the marks
   */
  static boolean isDisplayFormula(String content, char before, boolean alone) {
    MathLook look = MathLook.of(content);
    if (isIndexed(before) && look.commands() == 0) {
      return false;
    }
    boolean onLinesOfItsOwn = content.startsWith("\n") || content.indexOf('\n') >= 0;
    if (content.isBlank()) {
      return alone && onLinesOfItsOwn;
    }
    if (look.isEvident()) {
      return !look.isProse();
    }
    if (onLinesOfItsOwn && alone) {
      return look.isMath();
    }
    boolean hasLetter = content.chars().anyMatch(Character::isLetter);
    if (alone && look.isSymbols() && hasLetter) {
      return true;
    }
    return look.isMath() && look.operators() > 0 && look.words() == 0 && hasLetter;
  }

  /** {@code a\[i\]} is an element of a list. */
  private static boolean isIndexed(char before) {
    return before < 128 && (Character.isLetterOrDigit(before) || "_)]".indexOf(before) >= 0);
  }

  /** A short name in capitals, such as a triangle's. */
  private static boolean isName(String content) {
    String name = content.strip();
    return name.length() <= 4 && name.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /**
   * Returns whether a text holds {@code \)} or {@code \]} without its opening mark. No TeX does.
   *
   * @param text text from the inside of another pair
   */
  static boolean closesOtherPair(String text) {
    int open = 0;
    for (int i = text.indexOf('\\');
        i >= 0 && i + 1 < text.length();
        i = text.indexOf('\\', i + 2)) {
      char next = text.charAt(i + 1);
      open += next == '(' || next == '[' ? 1 : 0;
      if ((next == ')' || next == ']') && --open < 0) {
        return true;
      }
    }
    return false;
  }
}
