package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.commonmark.FootnoteBlocks;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/** Where in a document a node stands. */
final class Contexts {

  private Contexts() {}

  /** Returns whether a node stands in a list. */
  static boolean isInList(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof ListItem) {
        return true;
      }
    }
    return false;
  }

  /** Returns the innermost context that holds a node. */
  static FormulaContext of(Node node) {
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
      }
    }
    return FormulaContext.PARAGRAPH;
  }
}
