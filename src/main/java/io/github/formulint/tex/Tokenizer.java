package io.github.formulint.tex;

import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts TeX into tokens as KaTeX does (KaTeX 0.18, {@code src/Lexer.js}): {@code @} is a letter in
 * the names of commands. It accepts any text. Stateless and thread-safe.
 */
public final class Tokenizer {

  private final String tex;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(String tex) {
    this.tex = tex;
  }

  /**
   * Returns the tokens of a formula; their texts, joined, are the formula.
   *
   * @param tex any text
   */
  public static List<Token> tokenize(String tex) {
    Tokenizer tokenizer = new Tokenizer(tex);
    while (tokenizer.at < tex.length()) {
      tokenizer.next();
    }
    return List.copyOf(tokenizer.tokens);
  }

  /**
   * Returns whether a character can stand in the name of a command.
   *
   * @param c a character
   */
  public static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '@';
  }

  private void next() {
    char c = tex.charAt(at);
    switch (c) {
      case '\\' -> command();
      case '{' -> add(Token.Kind.BEGIN_GROUP, at + 1);
      case '}' -> add(Token.Kind.END_GROUP, at + 1);
      case '^' -> add(Token.Kind.SUPERSCRIPT, at + 1);
      case '_' -> add(Token.Kind.SUBSCRIPT, at + 1);
      case '&' -> add(Token.Kind.ALIGNMENT, at + 1);
      case '#' -> add(Token.Kind.PARAMETER, at + 1);
      case '$' -> add(Token.Kind.MATH_SHIFT, at + 1);
      case '~' -> add(Token.Kind.TIE, at + 1);
      case '%' -> comment();
      default -> {
        if (isSpace(c)) {
          add(Token.Kind.SPACE, endOfSpaces(at));
        } else {
          add(Token.Kind.CHARACTER, tex.offsetByCodePoints(at, 1));
        }
      }
    }
  }

  private void command() {
    int end = at + 1;
    while (end < tex.length() && isNameCharacter(tex.charAt(end))) {
      end++;
    }
    if (end == at + 1) {
      add(Token.Kind.CONTROL_SYMBOL, end < tex.length() ? tex.offsetByCodePoints(end, 1) : end);
    } else if (tex.startsWith("\\verb", at) && end == at + 5 && verbatimEnd(end) > end) {
      add(Token.Kind.VERBATIM, verbatimEnd(end));
    } else {
      add(Token.Kind.CONTROL_WORD, end);
    }
  }

  /**
   * Returns the end of what {@code \verb} holds, or {@code start} if its line does not close it.
   */
  private int verbatimEnd(int start) {
    int open = start < tex.length() && tex.charAt(start) == '*' ? start + 1 : start;
    if (open >= tex.length() || isSpace(tex.charAt(open))) {
      return start;
    }
    int close = tex.indexOf(tex.charAt(open), open + 1);
    int lineEnd = tex.indexOf('\n', open);
    return close < 0 || lineEnd >= 0 && lineEnd < close ? start : close + 1;
  }

  private void comment() {
    int lineEnd = tex.indexOf('\n', at);
    add(Token.Kind.COMMENT, lineEnd < 0 ? tex.length() : lineEnd + 1);
  }

  private int endOfSpaces(int start) {
    int end = start;
    while (end < tex.length() && isSpace(tex.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private void add(Token.Kind kind, int end) {
    tokens.add(new Token(kind, tex.substring(at, end), new Span(at, end)));
    at = end;
  }
}
