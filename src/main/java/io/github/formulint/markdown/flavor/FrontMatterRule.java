package io.github.formulint.markdown.flavor;

/** What becomes of YAML between two lines {@code ---} at the start of a document. */
enum FrontMatterRule {
  /** It is read as Markdown. */
  TEXT,
  /** It is not read (micromark-extension-frontmatter 2). */
  LEFT_OUT;

  /** Returns where Markdown begins in a document. */
  int endIn(String text) {
    int lineEnd = lineEnd(text, 0);
    if (this == TEXT || !isFence(text, 0, lineEnd)) {
      return 0;
    }
    while (lineEnd < text.length()) {
      int line = text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
      lineEnd = lineEnd(text, line);
      if (isFence(text, line, lineEnd)) {
        return lineEnd;
      }
    }
    return 0;
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static boolean isFence(String text, int start, int end) {
    return end - start >= 3 && text.startsWith("---", start) && Blank.isSpace(text, start + 3, end);
  }
}
