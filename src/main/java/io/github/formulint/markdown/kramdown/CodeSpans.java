package io.github.formulint.markdown.kramdown;

import io.github.formulint.markdown.TextSearch;

/** Code spans: {@code parse_codespan} of kramdown 2.4. */
final class CodeSpans {

  private CodeSpans() {}

  /**
   * Returns where the code span that begins at a run of backticks ends, or -1.
   *
   * @param search the search over the text
   */
  static int end(String text, TextSearch search, int start) {
    int run = run(text, start);
    boolean spaceBefore = start == 0 || isSpace(text.charAt(start - 1));
    if (run == 1 && spaceBefore && start + 1 < text.length() && isSpace(text.charAt(start + 1))) {
      return -1;
    }
    int closer = search.indexOf("`".repeat(run), start + run);
    return closer < 0 ? -1 : closer + run;
  }

  /** Returns the length of a run of backticks. */
  static int run(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end - start;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
