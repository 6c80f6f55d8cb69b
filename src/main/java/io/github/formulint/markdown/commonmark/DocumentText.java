package io.github.formulint.markdown.commonmark;

import org.commonmark.node.SourceSpan;

/**
 * The whole text of a document, and where in it the parser was set to work. Immutable and
 * thread-safe.
 *
 * @param text the whole text
 * @param parsedFrom offset of the first code unit that the parser saw, in UTF-16 code units
 */
record DocumentText(String text, int parsedFrom) {

  /** Returns where a span of the parser begins, as an offset into the whole text. */
  int startOf(SourceSpan span) {
    return parsedFrom + span.getInputIndex();
  }

  /** Returns the end of the line that holds an offset, before its line ending. */
  int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Returns the start of the line that follows a line end, or the length of the text. */
  int afterLineEnd(int lineEnd) {
    if (lineEnd >= text.length()) {
      return text.length();
    }
    return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
  }

  /** Returns the character before an offset; a line feed at the start of the document. */
  char before(int offset) {
    return offset <= parsedFrom ? '\n' : text.charAt(offset - 1);
  }

  /** Returns the character at an offset; a line feed at the end of the document. */
  char at(int offset) {
    return offset >= text.length() ? '\n' : text.charAt(offset);
  }
}
