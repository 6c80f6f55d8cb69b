package io.github.formulint.markdown.universal.mark;

/**
 * Whether {@code \(…\)} and {@code \[…\]} are meant as formulas. Markdown has them as escaped
 * brackets too: {@code \[toc\]}, {@code \[3\]}, {@code \(see below\)}.
 */
public final class BracketRule {

  private BracketRule() {}

  /**
   * Returns whether {@code \(…\)} is a formula.
   *
   * @param content what stands between the marks
   * @param before the character before the opening mark
   */
  public static boolean isInlineFormula(String content, char before) {
    boolean isCall = before >= 'a' && before <= 'z' || before == '_';
    if (content.isBlank()) {
      return !isCall;
    }
    if (isMarkdown(content)) {
      return false;
    }
    MathLook look = MathLook.of(content);
    if (look.isEvident()) {
      return !look.isProse();
    }
    if (isCall) {
      return false;
    }
    return look.isSymbols()
        || look.isMath() && look.phrase() < 2 && look.operators() > 0 && !isTerms(content, look)
        || isName(content);
  }

  /**
   * Returns whether {@code \[…\]} is a formula.
   *
   * @param content what stands between the marks
   * @param before the character before the opening mark
   * @param alone whether nothing else stands on the lines of the marks
   */
  public static boolean isDisplayFormula(String content, char before, boolean alone) {
    boolean onLinesOfItsOwn = alone && content.indexOf('\n') >= 0;
    if (content.isBlank()) {
      return onLinesOfItsOwn;
    }
    MathLook look = MathLook.of(content);
    if (isIndexed(before) && look.commands() == 0 || !onLinesOfItsOwn && isMarkdown(content)) {
      return false;
    }
    if (look.isEvident()) {
      return !look.isProse() && (alone || !isNote(look));
    }
    if (onLinesOfItsOwn) {
      return look.isMath() || DollarRule.isListOfNames(content);
    }
    boolean hasLetter = content.chars().anyMatch(Character::isLetter);
    if (alone && hasLetter && (look.isSymbols() || isEquation(content, look))) {
      return true;
    }
    return look.isMath()
        && look.operators() > 0
        && look.words() == 0
        && hasLetter
        && (look.ideographs() == 0 || alone)
        && !isTerms(content, look)
        && (isPadded(content) || hasSign(content));
  }

  /**
   * Returns whether a pair of escaped brackets holds Markdown, so that it is text.
   *
   * @param opener the opening mark
   * @param content what stands between the marks
   */
  public static boolean isMarkdown(Opener opener, String content) {
    return switch (opener.delimiter()) {
      case PARENTHESIS, DOUBLE_BACKSLASH_PARENTHESIS, BRACKET, DOUBLE_BACKSLASH_BRACKET ->
          !content.isBlank() && content.indexOf('\n') < 0 && isMarkdown(content);
      default -> false;
    };
  }

  /**
   * Markdown between escaped brackets: emphasis from one end to the other, or formulas of its own
   * with no TeX around them.
   */
  private static boolean isMarkdown(String content) {
    String text = content.strip();
    char first = text.charAt(0);
    boolean emphasis =
        text.length() > 2
            && (first == '*' || first == '_' || first == '~')
            && text.charAt(text.length() - 1) == first;
    return emphasis
        || text.contains("**")
        || hasFormulas(text) && !MathLook.of(withoutFormulas(text)).isEvident();
  }

  private static boolean hasFormulas(String text) {
    int first = text.indexOf('$');
    return first >= 0 && text.indexOf('$', first + 1) >= 0;
  }

  /** Takes away what stands between dollars. */
  private static String withoutFormulas(String text) {
    StringBuilder rest = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        rest.append(inside ? "" : text.substring(i, i + 2));
        i++;
      } else if (c == '$') {
        i += Opener.dollars(text, i) - 1;
        inside = !inside;
      } else if (!inside) {
        rest.append(c);
      }
    }
    return rest.toString();
  }

  /** A remark in which a command is named. */
  private static boolean isNote(MathLook look) {
    return look.ideographs() >= 6 && look.scripts() == 0 && look.operators() == 0;
  }

  /**
   * Terms of a language, such as {@code 명사 + 동사}: no TeX, no letter or number that is compared with
   * another one, and no equation with space at both ends as authors of formulas write it.
   */
  private static boolean isTerms(String content, MathLook look) {
    return look.ideographs() >= 2
        && look.commands() == 0
        && look.scripts() == 0
        && !(isPadded(content) && content.indexOf('=') > 0)
        && !comparesSymbols(content);
  }

  /** {@code n > 0}: a sign between two letters or numbers of ASCII. */
  private static boolean comparesSymbols(String content) {
    for (int i = 1; i + 1 < content.length(); i++) {
      if ("=<>≤≥≈≠".indexOf(content.charAt(i)) >= 0
          && isSymbol(content, i - 1, -1)
          && isSymbol(content, i + 1, 1)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a letter or number of ASCII stands at a place, or behind one space there. */
  private static boolean isSymbol(String content, int at, int step) {
    int place = content.charAt(at) == ' ' ? at + step : at;
    return place >= 0
        && place < content.length()
        && content.charAt(place) < 128
        && Character.isLetterOrDigit(content.charAt(place));
  }

  /** {@code (p-q)=pq} with space at both ends: letters, an equals sign, no phrase. */
  private static boolean isEquation(String content, MathLook look) {
    return look.isMath()
        && look.ideographs() == 0
        && isPadded(content)
        && content.chars().anyMatch(c -> "=<>≤≥≈≠∈→⇒".indexOf(c) >= 0);
  }

  private static boolean hasSign(String content) {
    return content.chars().anyMatch(c -> "=<>+≤≥≈≠∈→⇒".indexOf(c) >= 0);
  }

  private static boolean isPadded(String content) {
    return Character.isWhitespace(content.charAt(0))
        && Character.isWhitespace(content.charAt(content.length() - 1));
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
    return lowestBalance(text, 0, text.length()) < 0;
  }

  /**
   * Returns how many more opening than closing marks stand in a part of a text.
   *
   * @param text any text
   * @param start where the part begins
   * @param end where it ends
   */
  public static int balance(String text, int start, int end) {
    int open = 0;
    for (int i = nextBackslash(text, start, end); i >= 0; i = nextBackslash(text, i + 2, end)) {
      open += step(text.charAt(i + 1));
    }
    return open;
  }

  /**
   * Returns the lowest balance of opening and closing marks on the way through a part of a text, 0
   * or less.
   *
   * @param text any text
   * @param start where the part begins
   * @param end where it ends
   */
  public static int lowestBalance(String text, int start, int end) {
    int open = 0;
    int lowest = 0;
    for (int i = nextBackslash(text, start, end); i >= 0; i = nextBackslash(text, i + 2, end)) {
      open += step(text.charAt(i + 1));
      lowest = Math.min(lowest, open);
    }
    return lowest;
  }

  private static int step(char c) {
    return c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
  }

  /** Returns the next backslash with a character behind it, or -1. */
  private static int nextBackslash(String text, int from, int end) {
    for (int i = from; i + 1 < end; i++) {
      if (text.charAt(i) == '\\') {
        return i;
      }
    }
    return -1;
  }
}
