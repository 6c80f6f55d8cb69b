package io.github.formulint.markdown.universal.mark;

import java.util.Locale;
import java.util.Set;

/**
 * Whether two dollars that are neighbours belong to two formulas, each of which lost its other
 * mark: {@code $z + 2 be even; S(Y) \geq 0$}. Then a sentence stands between them, with mathematics
 * at both ends.
 */
public final class TornPair {

  /** Words of sentences that nobody writes among symbols: verbs, and what joins clauses. */
  private static final Set<String> WORDS =
      Set.of(
          "be",
          "is",
          "are",
          "was",
          "we",
          "have",
          "has",
          "had",
          "then",
          "which",
          "hence",
          "thus",
          "so",
          "let",
          "this",
          "these",
          "our",
          "can",
          "may",
          "must",
          "holds",
          "hold",
          "gives",
          "implies",
          "denotes",
          "denote",
          "would",
          "should",
          "therefore",
          "since",
          "because",
          "note",
          "suppose",
          "assume",
          "see",
          "get",
          "need",
          "it",
          "its",
          "they");

  private static final int MOST_CHARACTERS = 400;

  /** Letters of Chinese, Japanese or Korean that make a clause. */
  private static final int CLAUSE = 3;

  private TornPair() {}

  /**
   * Returns whether what stands between two dollars is the ends of two formulas and a sentence.
   *
   * @param content what stands between the dollars
   * @param after the character behind the second dollar, which begins no name: {@code $i is in
   *     f($n)}
   */
  public static boolean is(String content, char after) {
    if (content.length() > MOST_CHARACTERS
        || isLetter(after)
        || after == '_'
        || after == '{'
        || Character.isWhitespace(content.charAt(0))
        || Character.isWhitespace(content.charAt(content.length() - 1))) {
      return false;
    }
    return isTornByWords(content) || isTornByClauses(content);
  }

  private static boolean isTornByWords(String content) {
    int first = -1;
    int last = -1;
    int words = 0;
    boolean speaks = false;
    boolean ends = false;
    int depth = 0;
    int at = 0;
    while (at < content.length()) {
      char c = content.charAt(at);
      if (c == '{' || c == '}') {
        depth += c == '{' ? 1 : -1;
      }
      boolean begins = isLetter(c) && (at == 0 || content.charAt(at - 1) == ' ');
      if (!begins) {
        at++;
        continue;
      }
      int stop = at;
      while (stop < content.length() && isLetter(content.charAt(stop))) {
        stop++;
      }
      char next = stop < content.length() ? content.charAt(stop) : ' ';
      boolean isMark = ".;:,".indexOf(next) >= 0;
      char behind = stop + 1 < content.length() ? content.charAt(stop + 1) : ' ';
      if (depth == 0 && stop - at > 1 && (next == ' ' || isMark && behind == ' ')) {
        first = first < 0 ? at : first;
        last = stop + (isMark ? 1 : 0);
        words++;
        speaks |= WORDS.contains(content.substring(at, stop).toLowerCase(Locale.ROOT));
        ends |= next == ';' || next == '.';
      }
      at = stop;
    }
    return depth == 0
        && speaks
        && words >= (ends ? 2 : 3)
        && first > 0
        && isEnd(content.substring(0, first))
        && isEnd(content.substring(last))
        && MathLook.of(content.substring(first, last)).commands() == 0;
  }

  /** A sentence or clause ends between the dollars, with letters on one side of it or both. */
  private static boolean isTornByClauses(String content) {
    int end = -1;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '。' || c == '；') {
        end = i;
      } else if (c == '{' || c == '}') {
        return false;
      }
    }
    if (end < 0) {
      return false;
    }
    int first = 0;
    while (first < content.length() && !MathLook.isIdeograph(content.charAt(first))) {
      first++;
    }
    int last = content.length();
    while (last > first && !MathLook.isIdeograph(content.charAt(last - 1))) {
      last--;
    }
    int letters = 0;
    for (int i = first; i < last; i++) {
      letters += MathLook.isIdeograph(content.charAt(i)) ? 1 : 0;
    }
    return letters >= CLAUSE
        && first > 0
        && isEnd(content.substring(0, first))
        && isEnd(content.substring(Math.max(last, end + 1)))
        && MathLook.of(content.substring(first, Math.max(last, end))).commands() == 0;
  }

  /** Whether only symbols stand there. */
  private static boolean isEnd(String part) {
    String text = part.strip();
    MathLook look = MathLook.of(text);
    return !text.isEmpty()
        && look.words() == 0
        && look.ideographs() == 0
        && (look.isEvident() || look.operators() > 0 || look.isSymbols());
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
