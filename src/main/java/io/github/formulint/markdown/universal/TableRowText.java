package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.commonmark.DocumentText;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;

/**
 * A row of a table as one text. GFM cuts a row at each {@code |} that no backslash escapes, even
 * inside a formula (GFM 0.29, section 4.10); what the author meant is found in the whole row.
 */
final class TableRowText {

  private TableRowText() {}

  /** Returns whether a cell holds half a formula and another cell of the row the other half. */
  static boolean splitsFormula(DocumentText document, TableRow row) {
    String text = row.getSourceSpans().isEmpty() ? "" : line(document, row);
    int dollars = 0;
    int brackets = 0;
    boolean split = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        brackets += next == '(' || next == '[' ? 1 : next == ')' || next == ']' ? -1 : 0;
      } else if (c == '$') {
        dollars++;
      } else if (c == '`') {
        i = codeEnd(text, i) - 1;
      } else if (c == '|') {
        split |= dollars % 2 == 1 || brackets > 0;
      }
    }
    return split && dollars % 2 == 0 && brackets == 0;
  }

  /** Returns the offset behind the code span that begins at an offset, or behind its backticks. */
  private static int codeEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    int close = text.indexOf(text.substring(start, end), end);
    return close < 0 ? end : close + end - start;
  }

  private static String line(DocumentText document, TableRow row) {
    SourceSpan span = row.getSourceSpans().get(0);
    int start = document.startOf(span);
    return document.text().substring(start, start + span.getLength());
  }

  /** Returns the text of a row. */
  static BlockText of(DocumentText document, TableRow row) {
    String text = line(document, row).replace("\\|", "|");
    return BlockText.of(document, List.of(SourceLine.of(text, row.getSourceSpans().get(0))));
  }
}
