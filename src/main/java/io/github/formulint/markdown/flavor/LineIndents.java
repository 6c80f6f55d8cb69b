package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.commonmark.FootnoteBlocks.Footnote;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/**
 * Puts back the white space at the start of lines that commonmark-java takes away from a paragraph
 * (CommonMark 0.31.2, section 4.8). micromark and markdown-it take it away only outside of code and
 * formulas.
 */
public final class LineIndents {

  /** What becomes of the indent of a line that goes on without the mark of its quote. */
  public enum Laziness {
    /** The containers outside of the quote take theirs (micromark). */
    TAKES_INDENT,
    /** All of it stays (markdown-it). */
    LEAVES_INDENT
  }

  private final DocumentText document;
  private final Node node;
  private final Laziness laziness;

  /**
   * Makes the indents of a place.
   *
   * @param document the document
   * @param node a node in the text whose lines are looked at
   * @param laziness how the platform takes lines that go on lazily
   */
  public LineIndents(DocumentText document, Node node, Laziness laziness) {
    this.document = document;
    this.node = node;
    this.laziness = laziness;
  }

  /**
   * Returns a part of the text with the indents of its lines.
   *
   * @param text the text of the block
   * @param start offset of the part in the text
   * @param end offset behind the part
   */
  public MappedText restore(MappedText text, int start, int end) {
    if (!hasLineEnd(text, start, end)) {
      return text.slice(start, end);
    }
    List<Node> containers = containers();
    MappedText.Builder result = new MappedText.Builder();
    for (int i = start; i < end; i++) {
      result.append(text, i, i + 1);
      if (text.charAt(i) == '\n') {
        restoreLine(result, text.sourceEnd(i), text.sourceStart(i + 1), containers);
      }
    }
    return start == end ? text.slice(start, end) : result.build();
  }

  /** Looks no further than the part: the rest of the line may be as long as the document. */
  private static boolean hasLineEnd(MappedText text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns a part of the document as it stands.
   *
   * @param span the part
   */
  public MappedText asWritten(Span span) {
    return MappedText.of(document.text(), span);
  }

  /** Returns the quotes, list items and footnotes around, the outermost first. */
  private List<Node> containers() {
    List<Node> containers = new ArrayList<>();
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof BlockQuote || at instanceof ListItem || at instanceof Footnote) {
        containers.add(0, at);
      }
    }
    return containers;
  }

  /** Puts back the white space of a line that no container takes; a tab may be taken in part. */
  private void restoreLine(
      MappedText.Builder result, int lineStart, int contentStart, List<Node> containers) {
    int at = lineStart;
    int column = 0;
    int taken = 0;
    for (Node container : containers) {
      boolean quote = container instanceof BlockQuote;
      int mark = quote ? quoteMark(at, contentStart) : -1;
      if (quote && mark < 0) {
        if (laziness == Laziness.LEAVES_INDENT) {
          at = lineStart;
          column = 0;
          taken = 0;
        }
        break;
      }
      for (; at <= mark; at++) {
        column = Columns.after(column, document.at(at));
        taken = column;
      }
      int target = taken + (quote ? 1 : width(container));
      while (at < contentStart && column < target && isSpace(document.at(at))) {
        column = Columns.after(column, document.at(at));
        at++;
      }
      taken = Math.min(column, target);
    }
    result.append(" ".repeat(Math.max(0, column - taken)), at, at);
    for (; at < contentStart; at++) {
      result.append(document.at(at), at, at + 1);
    }
  }

  private int quoteMark(int from, int to) {
    int at = from;
    while (at < to && isSpace(document.at(at))) {
      at++;
    }
    return at < to && document.at(at) == '>' ? at : -1;
  }

  /**
   * Returns how many columns the content of a list item or footnote is indented.
   *
   * @param container the item, or another block whose content is indented by a tab
   */
  public static int width(Node container) {
    if (container instanceof ListItem item) {
      return item.getContentIndent() == null ? 0 : item.getContentIndent();
    }
    return Columns.after(0, '\t');
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
