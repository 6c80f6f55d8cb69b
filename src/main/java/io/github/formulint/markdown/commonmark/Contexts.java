package io.github.formulint.markdown.commonmark;

import io.github.formulint.markdown.FormulaContext;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/** Where in a document a node stands. Stateless and thread-safe. */
public final class Contexts {

  private Contexts() {}

  /**
   * Returns whether a node stands in a list.
   *
   * @param node a node of a document
   */
  public static boolean isInList(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof ListItem) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the innermost context that holds a node.
   *
   * @param node a node of a document
   */
  public static FormulaContext of(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof TableCell) {
        return FormulaContext.TABLE_CELL;
      } else if (at instanceof Heading) {
        return FormulaContext.HEADING;
      } else if (at instanceof ListItem) {
        return FormulaContext.LIST;
      } else if (at instanceof BlockQuote) {
        return FormulaContext.QUOTE;
      } else if (at instanceof FootnoteBlocks.Footnote) {
        return FormulaContext.FOOTNOTE;
      } else if (at instanceof HtmlBlock) {
        return FormulaContext.HTML;
      }
    }
    return FormulaContext.PARAGRAPH;
  }
}
