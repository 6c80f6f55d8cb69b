package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.source.Span;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/**
 * Puts back the white space at the start of lines that commonmark-java takes away from a paragraph
 * (CommonMark 0.31.2, section 4.8). micromark and markdown-it take it away only outside of code and
 * formulas.
 */
final class LineIndents {

  private static final int TAB_STOP = 4;

  private final DocumentText document;
  private final Node node;

  /**
   * Makes the indents of a place.
   *
   * @param document the document
   * @param node a node in the text whose lines are looked at
   */
  LineIndents(DocumentText document, Node node) {
    this.document = document;
    this.node = node;
  }

  /**
   * Returns a part of the text with the indents of its lines.
   *
   * @param text the text of the block
   * @param start offset of the part in the text
   * @param end offset behind the part
   */
  MappedText restore(MappedText text, int start, int end) {
    if (text.toString().indexOf('\n', start) < 0) {
      return text.slice(start, end);
    }
    int owed = columnsOfItems();
    MappedText.Builder result = new MappedText.Builder();
    for (int i = start; i < end; i++) {
      result.append(text, i, i + 1);
      if (text.charAt(i) == '\n') {
        int to = text.sourceStart(i + 1);
        for (int at = indentStart(text.sourceEnd(i), to, owed); at < to; at++) {
          result.append(document.at(at), at, at + 1);
        }
      }
    }
    return start == end ? text.slice(start, end) : result.build();
  }

  /**
   * Returns a part of the document as it stands.
   *
   * @param span the part
   */
  MappedText asWritten(Span span) {
    return MappedText.of(document.text(), span);
  }

  /** Returns how far the list items around are indented, up to the nearest quote. */
  private int columnsOfItems() {
    int columns = 0;
    for (Node at = node.getParent(); at != null && !(at instanceof BlockQuote); ) {
      if (at instanceof ListItem item && item.getContentIndent() != null) {
        columns += item.getContentIndent();
      }
      at = at.getParent();
    }
    return columns;
  }

  private int indentStart(int lineStart, int contentStart, int owed) {
    int start = contentStart;
    while (start > lineStart && isSpace(document.at(start - 1))) {
      start--;
    }
    if (start > lineStart && document.at(start - 1) == '>' && start < contentStart) {
      start++;
    }
    int column = start - lineStart;
    int target = column + owed;
    while (start < contentStart && column < target) {
      column += document.at(start) == '\t' ? TAB_STOP - column % TAB_STOP : 1;
      start++;
    }
    return start;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
