package io.github.formulint.markdown.universal.mark;

import java.util.Set;

/**
 * Whether text between two single dollar signs is meant as a formula. Signs of money, of shell and
 * program variables, and prose between two stray dollars are told from mathematics by what stands
 * on both sides of each dollar and by the look of the text between.
 */
public final class DollarRule {

  private static final Set<String> JOINING_WORDS =
      Set.of("and", "or", "the", "but", "for", "so", "then", "is", "are", "to", "of", "in", "etc");

  /** Marks that enclose a character which is spoken of. */
  private static final String OPENING = "（(「『“‘\"'";

  private static final String CLOSING = "）)」』”’\"'";

  private DollarRule() {}

  /** How sure it is that a formula is meant. */
  public enum Verdict {
    /** It is, and no other pairing of the dollars needs to be tried. */
    FORMULA,
    /** It is, if the dollars pair this way. */
    LIKELY,
    /** It is not, unless the dollars of the paragraph pair best this way. */
    UNLIKELY,
    /** It is not: a price, a variable, a link. */
    NEVER
  }

  /**
   * Returns whether a formula is meant.
   *
   * @param content what stands between the dollars
   * @param before the character before the first dollar
   * @param after the character behind the second dollar
   */
  public static Verdict judge(String content, char before, char after) {
    if (content.isBlank() || content.charAt(0) == '&' || isEnclosed(content, before, after)) {
      return Verdict.NEVER;
    }
    MathLook look = MathLook.of(content);
    if (isPrice(content, look, before, after) || isVariable(content, look, after)) {
      return Verdict.NEVER;
    }
    if (closesLink(content) || isPattern(content) || isCall(content, after)) {
      return Verdict.NEVER;
    }
    if ((look.phrase() >= 2 || look.ideographs() >= 2) && TornPair.is(content, after)) {
      return Verdict.NEVER;
    }
    if (!isLocallyPlausible(content, look, before, after)) {
      return Verdict.UNLIKELY;
    }
    boolean doubtful =
        look.commands() == 0 && (look.ideographs() > 0 || look.phrase() >= 2)
            || look.ideographs() >= 2 && look.phrase() >= 2;
    return doubtful ? Verdict.LIKELY : Verdict.FORMULA;
  }

  private static boolean isLocallyPlausible(
      String content, MathLook look, char before, char after) {
    boolean spaceAtStart = startsWithSpace(content);
    boolean spaceAtEnd = endsWithSpace(content);
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
    boolean isSentence =
        look.isProse() && look.scripts() == 0 && look.operators() == 0 && look.phrase() >= 4;
    return !isSentence || isListOfNames(content);
  }

  /**
   * Returns how plausible a formula is beside other pairings of the dollars around; above 0 it is
   * one even if it does not look so by itself.
   *
   * @param content what stands between the dollars
   * @param before the character before the first dollar
   * @param after the character behind the second dollar
   */
  static double plausibility(String content, char before, char after) {
    MathLook look = MathLook.of(content);
    double score = 0;
    if (look.isEvident()) {
      score += 3;
    } else if (look.phrase() < 2 && (look.operators() > 0 || look.isSymbols())) {
      score += 1.5;
    }
    score += look.ideographs() == 0 && look.phrase() < 2 || isListOfNames(content) ? 1 : 0;
    if (look.commands() == 0) {
      score -= look.phrase() >= 2 && !isListOfNames(content) ? 1.5 * look.phrase() : 0;
      score -= look.ideographs() >= 2 ? 4 : look.ideographs();
    } else {
      score -= look.ideographs() >= 6 || look.phrase() >= 4 ? 3 : 0;
    }
    boolean spaceAtStart = startsWithSpace(content);
    boolean spaceAtEnd = endsWithSpace(content);
    String text = content.strip();
    score -= spaceAtStart != spaceAtEnd ? 0.75 : 0;
    score -= spaceAtStart && isWordCharacter(before) ? 2.5 : 0;
    score -= spaceAtEnd && opensNext(after) ? 2.5 : 0;
    score -= spaceAtEnd && isWordCharacter(before) ? 4 : 0;
    score -= "，。、；：！？,;".indexOf(text.charAt(text.length() - 1)) >= 0 ? 2 : 0;
    score -= "，。、；：！？,;".indexOf(text.charAt(0)) >= 0 ? 3 : 0;
    return score;
  }

  /**
   * Returns whether it is one name behind the other with commas between, or a call with such a
   * list: {@code pq, pr, ...}, {@code go(pos, last)}.
   */
  static boolean isListOfNames(String content) {
    if (content.isEmpty() || startsWithSpace(content) || endsWithSpace(content)) {
      return false;
    }
    String text = content;
    int open = text.indexOf('(');
    if (open >= 0 && text.endsWith(")")) {
      return isName(text.substring(0, open), 0)
          && isListOfNames(text.substring(open + 1, text.length() - 1));
    }
    int items = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ',') {
        String item = text.substring(start, i).strip();
        if (!isName(item, 1) && !item.equals("...")) {
          return false;
        }
        items++;
        start = i + 1;
      }
    }
    return items > 1;
  }

  private static boolean isName(String text, int least) {
    return text.length() >= least
        && text.length() <= 16
        && endOfName(text, 0) == text.length()
        && !JOINING_WORDS.contains(text);
  }

  private static boolean startsWithSpace(String content) {
    return Character.isWhitespace(content.charAt(0));
  }

  private static boolean endsWithSpace(String content) {
    return Character.isWhitespace(content.charAt(content.length() - 1));
  }

  /** {@code ）和（} of {@code 美元（$）和（$）}: a dollar alone in brackets or quotes is the character. */
  private static boolean isEnclosed(String content, char before, char after) {
    return isPair(before, content.charAt(0)) || isPair(content.charAt(content.length() - 1), after);
  }

  private static boolean isPair(char opening, char closing) {
    int pair = OPENING.indexOf(opening);
    return pair >= 0 && CLOSING.charAt(pair) == closing;
  }

  /** {@code 5 and } of {@code $5 and $6}, {@code 20 to 30US} of {@code US$20 to 30US$}. */
  private static boolean isPrice(String content, MathLook look, char before, char after) {
    char last = content.charAt(content.length() - 1);
    if (isDigit(before) && isDigit(last) && isBetweenPrices(content, look)) {
      return true;
    }
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

  /** {@code ** or **90} of {@code **40$** or **90$**}: the dollars stand behind the amounts. */
  private static boolean isBetweenPrices(String content, MathLook look) {
    char first = content.charAt(0);
    return "*_)]~,.;:/、，。；）".indexOf(first) >= 0 && look.commands() == 0
        || MathLook.isIdeograph(first) && look.commands() == 0 && look.operators() == 0;
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
      boolean name = end > 1 && end < content.length() && content.charAt(end) == '}';
      boolean longName = name && end > 2;
      boolean isNumber = name && content.substring(1, end).chars().allMatch(DollarRule::isDigit);
      return name && end + 1 < content.length() && after == '{' && (look.scripts() == 0 || isNumber)
          || longName && (after == '{' || isNameCharacter(after) || spaceAtEnd);
    }
    if (first == '(') {
      return after == '(' && endOfName(content, 1) > 2;
    }
    int end = endOfName(content, 0);
    char last = content.charAt(content.length() - 1);
    // A script in braces, as in T_{v}: no name ends with an underscore before a brace.
    boolean hasScript = end < content.length() && content.startsWith("_{", end - 1);
    return end > 1
        && !hasScript
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

  /**
   * {@code ('a').html(} of {@code $('a').html($('b'))}, {@code i is in f(} of {@code $i is in
   * f($n)}.
   */
  private static boolean isCall(String content, char after) {
    return content.length() > 1
        && content.endsWith("(")
        && (after == '(' || isNameCharacter(after));
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

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
