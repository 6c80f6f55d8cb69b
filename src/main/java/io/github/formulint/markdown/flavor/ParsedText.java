package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import java.util.List;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;

/** The text that the parser hands out, with its place in the document. */
public final class ParsedText {

  /** What U+0000 is read as (CommonMark 0.31.2, section 2.3). */
  private static final char REPLACEMENT = '\uFFFD';

  private ParsedText() {}

  /**
   * Returns the text of lines, with {@code \n} between them.
   *
   * @param document the document they stand in
   * @param lines the lines, in order
   */
  public static MappedText of(DocumentText document, List<SourceLine> lines) {
    MappedText.Builder text = new MappedText.Builder();
    int end = document.parsedFrom();
    boolean first = true;
    for (SourceLine line : lines) {
      if (!first) {
        int lineEnd = document.lineEnd(end);
        end = document.afterLineEnd(lineEnd);
        text.append('\n', lineEnd, end);
      }
      first = false;
      if (line.getSourceSpan() != null) {
        append(text, document, line);
        int start = document.startOf(line.getSourceSpan());
        end = Math.max(end, start + line.getSourceSpan().getLength());
      }
    }
    return text.build();
  }

  private static void append(MappedText.Builder text, DocumentText document, SourceLine line) {
    SourceSpan span = line.getSourceSpan();
    CharSequence content = line.getContent();
    int at = document.startOf(span);
    // A tab that a container took half of comes as spaces.
    int more = Math.max(0, content.length() - span.getLength());
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      // The parser takes the backslash from \| in the cells of a table.
      int length =
          c == '|' && document.at(at) == '\\' && document.at(at + 1) == '|' ? 2 : i < more ? 0 : 1;
      text.append(c == '\0' ? REPLACEMENT : c, at, at + length);
      at += length;
    }
  }
}
