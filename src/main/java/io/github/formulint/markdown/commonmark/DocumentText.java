package io.github.formulint.markdown.commonmark;

import org.commonmark.node.SourceSpan;

/**
 * The whole text of a document, and where in it the parser was set to work. Immutable and
 * thread-safe.
 */
public final class DocumentText {

  private final String text;
  private final int parsedFrom;
  private final DocumentMarks marks;

  /**
   * Makes a text.
   *
   * @param text the whole text
   * @param parsedFrom offset of the first code unit that the parser saw, in UTF-16 code units
   */
  public DocumentText(String text, int parsedFrom) {
    this(text, parsedFrom, DocumentMarks.none());
  }

  /** Makes a text of which more is known. */
  public DocumentText(String text, int parsedFrom, DocumentMarks marks) {
    this.text = text;
    this.parsedFrom = parsedFrom;
    this.marks = marks;
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /** Returns the offset of the first code unit that the parser saw, in UTF-16 code units. */
  public int parsedFrom() {
    return parsedFrom;
  }

  /** Returns what is known of the whole document. */
  public DocumentMarks marks() {
    return marks;
  }

  /**
   * Returns where a span of the parser begins, as an offset into the whole text.
   *
   * @param span a span of the parser, which counts from where it was set to work
   */
  public int startOf(SourceSpan span) {
    return parsedFrom + span.getInputIndex();
  }

  /**
   * Returns the end of the line that holds an offset, before its line ending.
   *
   * @param offset offset in UTF-16 code units
   */
  public int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /**
   * Returns the start of the line that follows a line end, or the length of the text.
   *
   * @param lineEnd offset of a line ending, or the length of the text
   */
  public int afterLineEnd(int lineEnd) {
    if (lineEnd >= text.length()) {
      return text.length();
    }
    return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
  }

  /**
   * Returns the character before an offset; a line feed at the start of the document.
   *
   * @param offset offset in UTF-16 code units
   */
  public char before(int offset) {
    return offset <= parsedFrom ? '\n' : text.charAt(offset - 1);
  }

  /**
   * Returns the character at an offset; a line feed at the end of the document.
   *
   * @param offset offset in UTF-16 code units
   */
  public char at(int offset) {
    return offset >= text.length() ? '\n' : text.charAt(offset);
  }

  /**
   * Returns whether nothing stands before an offset on its line but white space and the marks of
   * quotes and list items.
   */
  public boolean startsContent(int offset) {
    int start = offset;
    while (isSpaceOrQuote(before(start))) {
      start--;
    }
    if (start < offset && "-*+.)".indexOf(before(start)) >= 0) {
      start--;
      while (Character.isDigit(before(start))) {
        start--;
      }
      while (isSpaceOrQuote(before(start))) {
        start--;
      }
    }
    return isLineEnd(before(start));
  }

  /** Returns whether nothing but white space stands behind an offset on its line. */
  public boolean endsContent(int offset) {
    int end = offset;
    while (at(end) == ' ' || at(end) == '\t') {
      end++;
    }
    return isLineEnd(at(end));
  }

  /** Returns whether a line with nothing but white space lies between two offsets. */
  public boolean hasBlankLine(int start, int end) {
    for (int line = afterLineEnd(lineEnd(start)); line < end; line = afterLineEnd(lineEnd(line))) {
      if (endsContent(line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpaceOrQuote(char c) {
    return c == ' ' || c == '\t' || c == '>';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
