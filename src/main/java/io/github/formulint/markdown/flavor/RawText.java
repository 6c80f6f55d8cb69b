package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;

/** Parts of a document as they stand, but for their line ends. */
public final class RawText {

  private RawText() {}

  /**
   * Returns a part of a document, with {@code \n} at the end of each line.
   *
   * @param document the document
   * @param start offset of its first character
   * @param end offset behind its last character
   */
  public static MappedText of(DocumentText document, int start, int end) {
    MappedText.Builder text = new MappedText.Builder();
    text.append(document.text(), io.github.formulint.source.Span.at(start));
    for (int i = start; i < end; ) {
      char c = document.at(i);
      int next = c == '\r' ? Math.min(end, document.afterLineEnd(i)) : i + 1;
      text.append(c == '\r' ? '\n' : c, i, next);
      i = next;
    }
    return text.build();
  }
}
