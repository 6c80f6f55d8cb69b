package io.github.formulint.markdown.marked;

/** Code between runs of backticks of one length (CommonMark 0.31.2, section 6.1). */
final class CodeRuns {

  private CodeRuns() {}

  /** Returns where the code ends that a run of backticks begins, or the offset if none does. */
  static int end(String text, int at) {
    int open = runEnd(text, at);
    for (int i = text.indexOf('`', open); i >= 0; ) {
      int end = runEnd(text, i);
      if (end - i == open - at) {
        return end;
      }
      i = text.indexOf('`', end);
    }
    return at;
  }

  private static int runEnd(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }
}
