package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.commonmark.FootnoteBlocks.Footnote;
import io.github.formulint.markdown.flavor.Columns;
import io.github.formulint.markdown.flavor.LineIndents;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/** The lines of a document behind the marks of the containers that are open. */
final class ContainerLines {

  private final DocumentText document;
  private final List<Node> containers = new ArrayList<>();

  /**
   * Makes the lines.
   *
   * @param document the document
   * @param innermost the innermost container that is open
   */
  ContainerLines(DocumentText document, Node innermost) {
    this.document = document;
    for (Node at = innermost; at != null; at = at.getParent()) {
      if (at instanceof BlockQuote || at instanceof ListItem || at instanceof Footnote) {
        containers.add(0, at);
      }
    }
  }

  /**
   * Returns where the content of a line begins, or -1 if the line does not go on with all
   * containers.
   *
   * @param lineStart offset of the first character of a line, in UTF-16 code units
   */
  int contentStart(int lineStart) {
    int lineEnd = document.lineEnd(lineStart);
    int at = lineStart;
    int column = 0;
    for (Node container : containers) {
      int space = at;
      while (space < lineEnd && isSpace(document.at(space))) {
        space++;
      }
      if (container instanceof BlockQuote) {
        if (space == lineEnd || document.at(space) != '>' || space - at > 3) {
          return -1;
        }
        column += space - at + 1;
        at = space + 1;
        if (at < lineEnd && isSpace(document.at(at))) {
          column = Columns.after(column, document.at(at));
          at++;
        }
      } else if (space < lineEnd) {
        int target = column + LineIndents.width(container);
        while (at < space && column < target) {
          column = Columns.after(column, document.at(at));
          at++;
        }
        if (column < target) {
          return -1;
        }
      }
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
