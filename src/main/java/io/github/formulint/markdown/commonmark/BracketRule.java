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
   * @param alone whether nothing else stands on the lines of the marks
   */
  static boolean isDisplayFormula(String content, boolean alone) {
    MathLook look = MathLook.of(content);
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

  /** A short name in capitals, such as a triangle's. */
  private static boolean isName(String content) {
    String name = content.strip();
    return name.length() <= 4 && name.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
