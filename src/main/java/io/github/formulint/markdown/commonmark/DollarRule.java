package io.github.formulint.markdown.commonmark;

/**
 * Whether text between two single dollar signs is meant as a formula. Signs of money, of shell and
 * program variables, and prose between two stray dollars are told from mathematics by what stands
 * on both sides of each dollar and by the look of the text between.
 */
final class DollarRule {

  private DollarRule() {}

  /**
   * Returns whether a formula is meant.
   *
   * @param content what stands between the dollars
   * @param before the character before the first dollar
   * @param after the character behind the second dollar
   */
  static boolean isFormula(String content, char before, char after) {
    if (content.isBlank()) {
      return false;
    }
    MathLook look = MathLook.of(content);
    boolean spaceAtStart = Character.isWhitespace(content.charAt(0));
    boolean spaceAtEnd = Character.isWhitespace(content.charAt(content.length() - 1));
    if (isPrice(content, look, after) || isVariable(content, look, after)) {
      return false;
    }
    if (closesLink(content) || isPattern(content) || isCall(content, after)) {
      return false;
    }
    if (spaceAtStart && isWordCharacter(before) || spaceAtEnd && opensNext(after)) {
      return false;
    }
    if (spaceAtEnd && isWordCharacter(before) && look.words() > 0) {
      return false;
    }
    if (spaceAtStart || spaceAtEnd) {
      return look.isMath() && (look.words() == 0 || look.isEvident());
    }
    if (isWordCharacter(before) && isWordCharacter(after)) {
      return look.phrase() < 2;
    }
    return !(look.isProse() && look.scripts() == 0 && look.operators() == 0 && look.phrase() >= 4);
  }

  /** {@code 5 and } of {@code $5 and $6}, {@code 20 to 30US} of {@code US$20 to 30US$}. */
  private static boolean isPrice(String content, MathLook look, char after) {
    if (!isDigit(content.charAt(0))) {
      return false;
    }
    if (isDigit(after)) {
      return true;
    }
    int end = 0;
    while (end < content.length() && isAmountCharacter(content.charAt(end))) {
      end++;
    }
    boolean wordsFollow = look.words() > 0 || look.ideographs() > 0;
    if (end == content.length() || !wordsFollow || look.isEvident() || hasRelation(content)) {
      return false;
    }
    char next = content.charAt(end);
    boolean isCoefficient =
        Character.isLetter(next) && !MathLook.isIdeograph(next) && "kKmMbB".indexOf(next) < 0;
    boolean isPlain = content.chars().noneMatch(DollarRule::endsWord);
    return !isPlain && !(isCoefficient && look.phrase() < 2);
  }

  private static boolean isAmountCharacter(char c) {
    return isDigit(c) || c == '.' || c == ',';
  }

  private static boolean endsWord(int c) {
    return Character.isWhitespace(c) || "，。、；：,;:".indexOf(c) >= 0;
  }

  private static boolean hasRelation(String content) {
    return content.chars().anyMatch(c -> "=<>+≤≥×".indexOf(c) >= 0);
  }

  /** {@code {HOME}/} of {@code ${HOME}/${x}}, {@code HOME:} of {@code $HOME:$PATH}. */
  private static boolean isVariable(String content, MathLook look, char after) {
    if (look.commands() > 0) {
      return false;
    }
    boolean spaceAtEnd = Character.isWhitespace(content.charAt(content.length() - 1));
    char first = content.charAt(0);
    if (first == '{') {
      int end = endOfName(content, 1);
      boolean name = end > 2 && end < content.length() && content.charAt(end) == '}';
      return name && (after == '{' || isNameCharacter(after) || spaceAtEnd);
    }
    if (first == '(') {
      return after == '(' && endOfName(content, 1) > 2;
    }
    int end = endOfName(content, 0);
    char last = content.charAt(content.length() - 1);
    return end > 1
        && !isDigit(first)
        && (isNameCharacter(after) || after == '{')
        && !isNameCharacter(last)
        && ")]}'".indexOf(last) < 0;
  }

  private static int endOfName(String content, int start) {
    int end = start;
    while (end < content.length() && isNameCharacter(content.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The bracket of a link closes inside, but opens outside. */
  private static boolean closesLink(String content) {
    int link = content.indexOf("](");
    return link >= 0 && content.lastIndexOf('[', link) < 0;
  }

  /** {@code |^b} of {@code ^a$|^b$}. */
  private static boolean isPattern(String content) {
    return content.startsWith("|^");
  }

  /** {@code ('a').html(} of {@code $('a').html($('b'))}. */
  private static boolean isCall(String content, char after) {
    return content.length() > 1 && content.endsWith("(") && after == '(';
  }

  private static boolean opensNext(char after) {
    return isWordCharacter(after) || after == '\\' || after == '{';
  }

  private static boolean isNameCharacter(char c) {
    return isWordCharacter(c) || c == '_';
  }

  private static boolean isWordCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
