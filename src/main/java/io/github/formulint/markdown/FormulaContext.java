package io.github.formulint.markdown;

import java.util.Locale;

/** Where in a document a formula stands: the innermost of these that holds it. */
public enum FormulaContext {
  /** A paragraph, or a block of its own, of the document itself. */
  PARAGRAPH,
  /** A heading. */
  HEADING,
  /** An item of a list. */
  LIST,
  /** A block quote or alert. */
  QUOTE,
  /** A cell of a table. */
  TABLE_CELL,
  /** Raw HTML such as {@code <div>} or {@code <td>}. */
  HTML,
  /** The text of a footnote. */
  FOOTNOTE;

  /** Returns the name in reports, such as {@code table-cell}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
