package io.github.formulint.tex;

import io.github.formulint.source.Span;
import io.github.formulint.tex.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts TeX into tokens as KaTeX does (KaTeX 0.18, {@code src/Lexer.ts}). It accepts any text. Three
 * habits of KaTeX are worth knowing: {@code @} is a letter in the names of commands; a character
 * and the combining accents behind it are one token; {@code \verb} takes any character but a letter
 * or a star as its delimiter, white space too.
 */
public final class Tokenizer {

  /** Most tokens are one of these characters. */
  private static final String[] ASCII = new String[0x80];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = String.valueOf(c);
    }
  }

  private final String tex;
  private int at;

  /** The characters of the line of the last {@code \verb}, so that each costs no line. */
  private final Map<Integer, Integer> lastOnLine = new HashMap<>(0);

  private int lineEnd = -1;

  /**
   * Starts at the beginning of a text.
   *
   * @param tex any text
   */
  Tokenizer(String tex) {
    this.tex = tex;
  }

  /**
   * Returns the tokens of a formula; their texts, joined, are the formula.
   *
   * @param tex any text
   */
  public static List<Token> tokenize(String tex) {
    Tokenizer tokenizer = new Tokenizer(tex);
    List<Token> tokens = new ArrayList<>();
    while (tokenizer.hasNext()) {
      tokens.add(tokenizer.next());
    }
    return List.copyOf(tokens);
  }

  /**
   * Returns whether a character can stand in the name of a command.
   *
   * @param c a character
   */
  public static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '@';
  }

  /** Returns whether the text has not been read to its end. */
  boolean hasNext() {
    return at < tex.length();
  }

  /** Returns the next token and moves behind it. */
  Token next() {
    char c = tex.charAt(at);
    if (c == '\\') {
      return command();
    }
    if (isSpace(c)) {
      return token(Kind.SPACE, endOfSpaces(at));
    }
    if (c > ' ' && c <= '~' && endOfAccents(at + 1) == at + 1) {
      return c == '%' ? comment() : token(kind(c), at + 1);
    }
    if (!isReadable(at)) {
      return token(Kind.UNREADABLE, tex.offsetByCodePoints(at, 1));
    }
    int end = endOfAccents(tex.offsetByCodePoints(at, 1));
    if (end > at + 1) {
      return token(Kind.CHARACTER, end);
    }
    return c == '%' ? comment() : token(kind(c), end);
  }

  /** Returns the next token of an address, where {@code %} and {@code ~} are like other letters. */
  Token nextInUrl() {
    char c = tex.charAt(at);
    return c == '%' || c == '~' ? token(Kind.CHARACTER, at + 1) : next();
  }

  private static Kind kind(char c) {
    return switch (c) {
      case '{' -> Kind.BEGIN_GROUP;
      case '}' -> Kind.END_GROUP;
      case '^' -> Kind.SUPERSCRIPT;
      case '_' -> Kind.SUBSCRIPT;
      case '&' -> Kind.ALIGNMENT;
      case '#' -> Kind.PARAMETER;
      case '$' -> Kind.MATH_SHIFT;
      case '~' -> Kind.TIE;
      default -> Kind.CHARACTER;
    };
  }

  private Token command() {
    int end = at + 1;
    if (end == tex.length()) {
      return token(Kind.UNREADABLE, end);
    }
    if (isSpace(tex.charAt(end))) {
      return token(Kind.CONTROL_SYMBOL, endOfControlSpace(end));
    }
    int verbatimEnd = verbatimEnd();
    if (verbatimEnd > at) {
      return token(Kind.VERBATIM, verbatimEnd);
    }
    while (end < tex.length() && isNameCharacter(tex.charAt(end))) {
      end++;
    }
    return end == at + 1
        ? token(Kind.CONTROL_SYMBOL, tex.offsetByCodePoints(end, 1))
        : token(Kind.CONTROL_WORD, end);
  }

  /** A backslash, white space with at most one line end, and more white space: one token. */
  private int endOfControlSpace(int start) {
    int end = endOfBlanks(start);
    return end < tex.length() && tex.charAt(end) == '\n' ? endOfBlanks(end + 1) : end;
  }

  /** Returns where a {@code \verb} and all that it holds ends, or -1 where none stands. */
  private int verbatimEnd() {
    if (!tex.startsWith("\\verb", at)) {
      return -1;
    }
    int open = at + 5;
    if (open < tex.length() && tex.charAt(open) == '*') {
      open++;
    }
    if (open >= tex.length()
        || tex.charAt(open - 1) == 'b'
            && Character.isLetter(tex.charAt(open))
            && isNameCharacter(tex.charAt(open))) {
      return -1;
    }
    int delimiter = tex.codePointAt(open);
    int from = open + Character.charCount(delimiter);
    if (lastOnLine(delimiter, from) < from) {
      return -1;
    }
    return tex.indexOf(delimiter, from) + Character.charCount(delimiter);
  }

  /** Returns where a character stands last on the line of a place, its end among them, or -1. */
  private int lastOnLine(int character, int place) {
    if (place > lineEnd) {
      lastOnLine.clear();
      int i = place;
      while (i < tex.length() && "\n\r\u2028\u2029".indexOf(tex.charAt(i)) < 0) {
        int c = tex.codePointAt(i);
        lastOnLine.put(c, i);
        i += Character.charCount(c);
      }
      if (i < tex.length()) {
        lastOnLine.put((int) tex.charAt(i), i);
      }
      lineEnd = i;
    }
    return lastOnLine.getOrDefault(character, -1);
  }

  private Token comment() {
    int lineEnd = tex.indexOf('\n', at);
    return token(Kind.COMMENT, lineEnd < 0 ? tex.length() : lineEnd + 1);
  }

  private int endOfSpaces(int start) {
    int end = start;
    while (end < tex.length() && isSpace(tex.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Like {@link #endOfSpaces}, but within the line. */
  private int endOfBlanks(int start) {
    int end = start;
    while (end < tex.length() && tex.charAt(end) != '\n' && isSpace(tex.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfAccents(int start) {
    int end = start;
    while (end < tex.length() && tex.charAt(end) >= '\u0300' && tex.charAt(end) <= '\u036f') {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** Control characters, private ones, halves of pairs and Unicode's line ends are no TeX. */
  private boolean isReadable(int offset) {
    int c = tex.codePointAt(offset);
    return c > ' '
        && c != '\u2028'
        && c != '\u2029'
        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        && !(c >= '\uE000' && c <= '\uF8FF');
  }

  private Token token(Kind kind, int end) {
    char c = tex.charAt(at);
    String text = end == at + 1 && c < ASCII.length ? ASCII[c] : tex.substring(at, end);
    Token token = new Token(kind, text, new Span(at, end));
    at = end;
    return token;
  }
}
