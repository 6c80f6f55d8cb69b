package io.github.formulint.markdown.pandoc;

/** The target of a link behind its text: {@code source} of pandoc's Markdown reader. */
final class LinkTargets {

  private LinkTargets() {}

  /** Returns the index behind {@code (target "title")}, or -1 if none begins at the index. */
  static int end(String text, int index) {
    if (!text.startsWith("(", index)) {
      return -1;
    }
    int i = TextLines.skipSpaces(text, index + 1);
    int angle = text.startsWith("<", i) ? angleEnd(text, i) : -1;
    i = angle >= 0 ? angle : urlEnd(text, i);
    int title = titleEnd(text, i);
    i = TextLines.skipSpaces(text, title >= 0 ? title : i);
    return text.startsWith(")", i) ? i + 1 : -1;
  }

  private static int angleEnd(String text, int start) {
    for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '>') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int urlEnd(String text, int start) {
    int depth = 0;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) != '\n') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        if (depth == 0) {
          return i;
        }
        depth--;
      } else if (c == '\n') {
        if (TextLines.isBlankAt(text, i + 1) || isTitleNext(text, i)) {
          return i;
        }
      } else if (c == ' ' && isTitleNext(text, i)) {
        return i;
      }
      i++;
    }
    return i;
  }

  private static boolean isTitleNext(String text, int index) {
    int i = index;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\n')) {
      i++;
    }
    return i >= text.length() || "\"')".indexOf(text.charAt(i)) >= 0;
  }

  private static int titleEnd(String text, int index) {
    int i = TextLines.skipSpaces(text, index);
    if (i < text.length() && text.charAt(i) == '\n') {
      i = TextLines.skipSpaces(text, i + 1);
    }
    char quote = i < text.length() ? text.charAt(i) : ' ';
    if (quote != '"' && quote != '\'') {
      return -1;
    }
    for (int end = i + 1; end < text.length(); end++) {
      char c = text.charAt(end);
      if (c == '\\') {
        end++;
      } else if (c == '\n' && TextLines.isBlankAt(text, end + 1)) {
        return -1;
      } else if (c == quote
          && (end + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)))) {
        return end + 1;
      }
    }
    return -1;
  }
}
