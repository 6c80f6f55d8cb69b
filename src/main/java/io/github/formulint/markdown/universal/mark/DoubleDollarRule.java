package io.github.formulint.markdown.universal.mark;

/** Whether text between double dollars is meant as a formula. */
public final class DoubleDollarRule {

  private DoubleDollarRule() {}

  /**
   * Returns whether a formula is meant.
   *
   * @param content what stands between the dollars
   * @param alone whether nothing else stands on the lines of the marks
   * @param pairsUp whether the marks of the section pair up if these two do
   */
  public static boolean isFormula(String content, boolean alone, boolean pairsUp) {
    if (content.isBlank()) {
      return alone;
    }
    if (BracketRule.closesOtherPair(content)) {
      return false;
    }
    if (!(alone && pairsUp && holdsTogether(content)) && hasProse(content)) {
      return false;
    }
    MathLook look = MathLook.of(content);
    boolean isText =
        look.isProse() && !DollarRule.isListOfNames(content) || look.isWords() && isSpaced(content);
    return alone || !isText;
  }

  /**
   * Returns whether lines between two lone marks are one formula whatever words are in them: the
   * first is mathematics, and no blank line parts them.
   *
   * @param content what stands between the marks
   */
  public static boolean holdsTogether(String content) {
    String text = content.strip();
    int lineEnd = text.indexOf('\n');
    MathLook look = MathLook.of(lineEnd < 0 ? text : text.substring(0, lineEnd));
    boolean isMath =
        look.commands() > 0 || look.scripts() > 0 || look.operators() > 0 && look.phrase() < 5;
    return isMath && content.startsWith("\n") && !hasBlankLine(text);
  }

  private static boolean hasBlankLine(String text) {
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      int next = i + 1;
      while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
        next++;
      }
      if (next < text.length() && text.charAt(next) == '\n') {
        return true;
      }
    }
    return false;
  }

  private static boolean hasProse(String content) {
    boolean first = true;
    for (String line : content.split("\n", -1)) {
      if (!first && ProseRule.isProse(line, ProseRule.After.TEXT_LINE)) {
        return true;
      }
      first = false;
    }
    return false;
  }

  private static boolean isSpaced(String content) {
    return Character.isWhitespace(content.charAt(0))
        && Character.isWhitespace(content.charAt(content.length() - 1));
  }
}
