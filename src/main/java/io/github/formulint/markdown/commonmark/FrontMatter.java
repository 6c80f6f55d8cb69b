package io.github.formulint.markdown.commonmark;

/**
 * YAML between two lines {@code ---} at the start of a document. It is cut off before parsing: the
 * extension of commonmark-java takes the whole document if nothing closes it.
 */
public final class FrontMatter {

  private FrontMatter() {}

  /**
   * Returns where the document begins behind its front matter, or {@code start} if it has none.
   *
   * @param text the whole text
   * @param start offset of the first code unit behind a byte order mark
   */
  public static int endOf(String text, int start) {
    DocumentText document = new DocumentText(text, start);
    int lineEnd = document.lineEnd(start);
    if (!isMark(text, start, lineEnd, '-')) {
      return start;
    }
    int line = document.afterLineEnd(lineEnd);
    while (line < text.length()) {
      lineEnd = document.lineEnd(line);
      if (isMark(text, line, lineEnd, '-') || isMark(text, line, lineEnd, '.')) {
        return lineEnd;
      }
      line = document.afterLineEnd(lineEnd);
    }
    return start;
  }

  private static boolean isMark(String text, int start, int end, char mark) {
    return text.substring(start, Math.min(end, start + 3)).equals(String.valueOf(mark).repeat(3))
        && text.substring(start + 3, end).isBlank();
  }
}
