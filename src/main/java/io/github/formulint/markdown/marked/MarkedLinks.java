package io.github.formulint.markdown.marked;

/** The parts of links as marked 18 finds them ({@code link}, {@code reflink} in its rules.ts). */
final class MarkedLinks {

  /** Brackets in the text of a link may nest this deep. */
  private static final int MAX_BRACKETS = 2;

  private MarkedLinks() {}

  /** Returns the offset of the bracket that closes the text of a link, or -1. */
  static int labelEnd(String text, int bracket) {
    int nested = 0;
    for (int i = bracket + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        if (++nested > MAX_BRACKETS) {
          return -1;
        }
      } else if (c == ']') {
        if (nested-- == 0) {
          return i;
        }
      } else if (c == '`' && nested == 0) {
        int end = code(text, i);
        if (end < 0) {
          return -1;
        }
        i = end - 1;
      }
    }
    return -1;
  }

  /** A run of backticks goes on to the next one, of any length. */
  private static int code(String text, int at) {
    int open = at;
    while (open < text.length() && text.charAt(open) == '`') {
      open++;
    }
    int close = text.indexOf('`', open);
    while (close >= 0 && close < text.length() && text.charAt(close) == '`') {
      close++;
    }
    return close;
  }

  /** Returns the offset behind {@code (address "title")}, or -1. */
  static int destinationEnd(String text, int labelEnd) {
    if (!text.startsWith("](", labelEnd)) {
      return -1;
    }
    int at = skipSpace(text, labelEnd + 2);
    if (at < text.length() && text.charAt(at) == '<') {
      at = angleEnd(text, at);
      return at < 0 ? -1 : titleEnd(text, at);
    }
    int level = 0;
    while (at < text.length() && text.charAt(at) > ' ') {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '(') {
        level++;
      } else if (c == ')' && level-- == 0) {
        return at + 1;
      }
      at++;
    }
    return level > 0 ? -1 : titleEnd(text, Math.min(at, text.length()));
  }

  private static int angleEnd(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '>') {
        return i + 1;
      } else if (c == '<' || c == '\n') {
        return -1;
      }
    }
    return -1;
  }

  private static int titleEnd(String text, int from) {
    int at = skipSpace(text, from);
    int quote = at > from && at < text.length() ? "\"'(".indexOf(text.charAt(at)) : -1;
    if (quote >= 0) {
      char close = "\"')".charAt(quote);
      at++;
      while (at < text.length() && text.charAt(at) != close) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at = skipSpace(text, at + 1);
    }
    return at < text.length() && text.charAt(at) == ')' ? at + 1 : -1;
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Returns the offset behind {@code [label]}, which has no brackets and is not blank, or -1. */
  static int referenceEnd(String text, int bracket) {
    if (bracket >= text.length() || text.charAt(bracket) != '[') {
      return -1;
    }
    for (int i = bracket + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        return -1;
      } else if (c == ']') {
        return text.substring(bracket + 1, i).isBlank() ? -1 : i + 1;
      }
    }
    return -1;
  }
}
