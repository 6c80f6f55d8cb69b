package io.github.formulint.markdown.universal.mark;

import java.util.Set;

/**
 * What a stretch of text looks like: mathematics or prose. It is one pass over the text that counts
 * signs of both; words inside {@code \text{…}} and the like count as neither. Immutable.
 *
 * @param commands number of TeX commands made of letters, and of row breaks {@code \\}
 * @param scripts number of {@code ^} and {@code _} that stand between two other characters
 * @param operators number of operators such as {@code =} and {@code +}
 * @param words number of words of two or more Latin or Cyrillic letters
 * @param phrase the most words that follow each other with nothing but spaces or a comma between
 * @param ideographs the most letters in a row of Chinese, Japanese or Korean, spaces left out
 * @param symbols number of other letters and digits
 */
public record MathLook(
    int commands, int scripts, int operators, int words, int phrase, int ideographs, int symbols) {

  private static final Set<String> TEXT_COMMANDS =
      Set.of(
          "text",
          "textrm",
          "textbf",
          "textit",
          "textsf",
          "texttt",
          "textnormal",
          "textup",
          "mbox",
          "hbox",
          "fbox",
          "mathrm",
          "mathbf",
          "mathit",
          "mathsf",
          "mathtt",
          "operatorname",
          "tag",
          "label",
          "ref",
          "eqref",
          "begin",
          "end",
          "color",
          "textcolor",
          "href",
          "url",
          "intertext",
          "rm",
          "class",
          "htmlClass");

  /** Returns what a text looks like. */
  public static MathLook of(CharSequence text) {
    return new Counter(text, 0, text.length()).count();
  }

  /** Returns what a part of a text looks like. */
  public static MathLook of(CharSequence text, int start, int end) {
    return new Counter(text, start, end).count();
  }

  /** Returns whether a command is followed by an argument that is words, not mathematics. */
  public static boolean takesText(String command) {
    return TEXT_COMMANDS.contains(command);
  }

  /** Returns whether only TeX looks like this. */
  public boolean isEvident() {
    return commands > 0 || scripts > 0 && phrase < 2;
  }

  /** Returns whether there is a sign of mathematics, and no phrase. */
  public boolean isMath() {
    return phrase < 2 && ideographs < 4 && (isEvident() || operators > 0 || isSymbols());
  }

  /** Returns whether it is letters, digits and operators without a word. */
  public boolean isSymbols() {
    return words == 0 && ideographs == 0 && (symbols > 0 || commands > 0);
  }

  /** Returns whether there is nothing but words. */
  boolean isWords() {
    return words > 0 && symbols == 0 && operators == 0 && commands == 0 && scripts == 0;
  }

  /** Returns whether it reads like a sentence: three words in a row and no TeX. */
  boolean isProse() {
    return commands == 0 && (phrase >= 3 || ideographs >= 6 && scripts == 0);
  }

  /** Goes over the text once. */
  private static final class Counter {
    private final CharSequence text;
    private final int end;
    private int at;
    private int commands;
    private int scripts;
    private int operators;
    private int words;
    private int phrase;
    private int longestPhrase;
    private int ideographs;
    private int longestIdeographs;
    private int symbols;
    private boolean groupsClose = true;

    Counter(CharSequence text, int start, int end) {
      this.text = text;
      this.at = start;
      this.end = end;
    }

    MathLook count() {
      while (at < end) {
        char c = text.charAt(at);
        if (c == '\\') {
          backslash();
        } else if (isLetter(c)) {
          letters();
        } else {
          other(c);
        }
      }
      return new MathLook(
          commands, scripts, operators, words, longestPhrase, longestIdeographs, symbols);
    }

    private void backslash() {
      int start = at + 1;
      int stop = start;
      while (stop < end && text.charAt(stop) < 128 && isLetter(text.charAt(stop))) {
        stop++;
      }
      breakPhrase();
      ideographs = 0;
      if (stop == start) {
        at = Math.min(end, start + 1);
        boolean rowBreak = start < end && text.charAt(start) == '\\';
        commands += rowBreak ? 1 : 0;
        if (rowBreak && at < end && text.charAt(at) == '[') {
          skipLength();
        }
        return;
      }
      commands++;
      at = stop;
      if (TEXT_COMMANDS.contains(text.subSequence(start, stop).toString())) {
        skipGroup();
      }
    }

    /** The length in {@code \\[2pt]}. */
    private void skipLength() {
      int close = at;
      while (close < end && close - at < 12 && text.charAt(close) != ']') {
        close++;
      }
      at = close < end && text.charAt(close) == ']' ? close + 1 : at;
    }

    private void skipGroup() {
      int open = at;
      while (open < end && (text.charAt(open) == '*' || text.charAt(open) == ' ')) {
        open++;
      }
      if (!groupsClose || open >= end || text.charAt(open) != '{') {
        return;
      }
      int depth = 0;
      for (int i = open; i < end; i++) {
        char c = text.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '{') {
          depth++;
        } else if (c == '}' && --depth == 0) {
          at = i + 1;
          return;
        }
      }
      groupsClose = false;
    }

    private void letters() {
      int start = at;
      while (at < end && isLetter(text.charAt(at))) {
        at++;
      }
      ideographs = 0;
      boolean partOfScript =
          start > 0 && (text.charAt(start - 1) == '_' || text.charAt(start - 1) == '^')
              || start > 1 && text.charAt(start - 1) == '{' && isScript(text.charAt(start - 2))
              || at < end && isScript(text.charAt(at));
      if (at - start == 1 && !isWordOfOneLetter(start)) {
        symbols++;
        breakPhrase();
      } else if (at - start > 1 && partOfScript) {
        symbols++;
        breakPhrase();
      } else if (at - start > 1) {
        words++;
        phrase++;
        longestPhrase = Math.max(longestPhrase, phrase);
      }
    }

    /** "a" goes on with a phrase that has begun; it begins none. */
    private boolean isWordOfOneLetter(int index) {
      return phrase > 0 && (text.charAt(index) == 'a' || text.charAt(index) == 'I');
    }

    private void other(char c) {
      at++;
      if (isIdeograph(c)) {
        ideographs++;
        longestIdeographs = Math.max(longestIdeographs, ideographs);
        breakPhrase();
        return;
      }
      if (c == ',' && at < end && isLetter(text.charAt(at))) {
        breakPhrase();
        return;
      }
      if (c == ' ' || c == '\t' || c == '\n' || c == ',' || c == '\'' || c == '’' || c == '-') {
        if (c == '-' && (at >= 2 && text.charAt(at - 2) == ' ')) {
          operators++;
        }
        return;
      }
      if (isScript(c)) {
        boolean hasBase = at >= 2 && !isSpace(text.charAt(at - 2));
        boolean hasScript = at < end && !isSpace(text.charAt(at));
        scripts += hasBase && hasScript ? 1 : 0;
      } else if (isOperator(c)) {
        operators++;
      } else if (Character.isLetterOrDigit(c)) {
        symbols++;
      }
      if (!isIdeographicPunctuation(c)) {
        ideographs = 0;
      }
      breakPhrase();
    }

    private void breakPhrase() {
      phrase = 0;
    }
  }

  /** A letter of which words are made: Cyrillic ones are, Greek ones are symbols. */
  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '\u0400' && c <= '\u04FF';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private static boolean isScript(char c) {
    return c == '^' || c == '_';
  }

  private static boolean isOperator(char c) {
    return switch (c) {
      case '=', '+', '<', '>', '*', '/', '|' -> true;
      default -> c > '~' && "−×÷≤≥≠≈∈∉⊂⊆∪∩→⇒∞∑∏∫√·±∀∃".indexOf(c) >= 0;
    };
  }

  private static boolean isIdeographicPunctuation(char c) {
    return c >= '\u3000' && c <= '\u303F' || c >= '\uFF00' && c <= '\uFF0F' || c == '：' || c == '？';
  }

  /** Returns whether a character is a letter of Chinese, Japanese or Korean. */
  static boolean isIdeograph(char c) {
    return c >= '\u3040' && c <= '\u30FF'
        || c >= '\u3400' && c <= '\u4DBF'
        || c >= '\u4E00' && c <= '\u9FFF'
        || c >= '\uAC00' && c <= '\uD7A3'
        || c >= '\uF900' && c <= '\uFAFF';
  }
}
