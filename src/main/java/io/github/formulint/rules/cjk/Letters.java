package io.github.formulint.rules.cjk;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Which characters make up Chinese, Japanese and Korean text. */
final class Letters {

  private static final Set<UnicodeScript> SCRIPTS =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  /**
   * Letters and marks of letters that Unicode counts to no script, as several share them: the marks
   * of voiced and long vowels, the closing mark, and half of the squared words.
   */
  private static final String SHARED = "〆ー゛゜ｰﾞﾟ〱〲〳〴〵〼";

  /** Marks that may begin or end a text. */
  private static final String MARKS = "，、：；。．！？｡､“”‘「」『』《》〈〉【】〔〕";

  /** Marks that belong to a text only between two letters. */
  private static final String INNER_MARKS = "·・･…—―～〜％／’";

  /** Marks that part clauses. */
  private static final String CLAUSE_MARKS = "，。；！？";

  private static final String OPENING = "（［｛";
  private static final String CLOSING = "）］｝";

  private Letters() {}

  /** Returns whether this is a letter of such text. */
  static boolean isLetter(int c) {
    if (c < 0x1100 || InvisibleSign.of(c).isPresent()) {
      return false;
    }
    return SCRIPTS.contains(UnicodeScript.of(c))
        || SHARED.indexOf(c) >= 0
        || c >= 0x3200 && c <= 0x33FF
        || c >= 0x3099 && c <= 0x309A;
  }

  /** Returns whether this chooses the form of the letter before it. */
  static boolean isVariationSelector(int c) {
    return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
  }

  /** Returns whether this is a digit, full-width or not. */
  static boolean isDigit(int c) {
    return c >= '0' && c <= '9' || c >= '０' && c <= '９';
  }

  /** Returns whether this is a mark that may begin or end a text. */
  static boolean isMark(int c) {
    return MARKS.indexOf(c) >= 0 || c >= 0x2460 && c <= 0x24FF;
  }

  /** Returns whether this is a mark that belongs to a text only between two letters. */
  static boolean isInnerMark(int c) {
    return INNER_MARKS.indexOf(c) >= 0;
  }

  /** Returns whether this parts clauses. */
  static boolean isClauseMark(int c) {
    return CLAUSE_MARKS.indexOf(c) >= 0;
  }

  /** Returns whether this is a bracket that opens. */
  static boolean isOpening(int c) {
    return OPENING.indexOf(c) >= 0;
  }

  /** Returns whether this is the bracket that closes that one. */
  static boolean closes(int c, int opening) {
    return CLOSING.indexOf(c) >= 0 && CLOSING.indexOf(c) == OPENING.indexOf(opening);
  }

  /** Returns what a text is, for people: Korean, Japanese or Chinese text. */
  static String kind(String text) {
    Set<UnicodeScript> scripts =
        text.codePoints()
            .mapToObj(UnicodeScript::of)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    if (scripts.contains(UnicodeScript.HANGUL)) {
      return "Korean text";
    }
    if (scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA)) {
      return "Japanese text";
    }
    boolean chinese =
        scripts.contains(UnicodeScript.HAN) || scripts.contains(UnicodeScript.BOPOMOFO);
    return chinese ? "text in Chinese characters" : "text";
  }
}
