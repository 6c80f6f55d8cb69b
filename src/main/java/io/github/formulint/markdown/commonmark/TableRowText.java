package io.github.formulint.markdown.commonmark;

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

  /** Returns whether a cell of a row holds half a formula. */
  static boolean splitsFormula(DocumentText document, TableRow row) {
    List<SourceSpan> spans = row.getSourceSpans();
    if (spans.isEmpty()) {
      return false;
    }
    int start = document.startOf(spans.get(0));
    int end = start + spans.get(0).getLength();
    int dollars = 0;
    int brackets = 0;
    for (int i = start; i < end; i++) {
      char c = document.at(i);
      if (c == '\\') {
        char next = document.at(i + 1);
        brackets += next == '(' || next == '[' ? 1 : next == ')' || next == ']' ? -1 : 0;
        i++;
      } else if (c == '$') {
        dollars++;
      } else if (c == '|') {
        if (dollars % 2 == 1 || brackets > 0) {
          return true;
        }
        dollars = 0;
        brackets = 0;
      }
    }
    return false;
  }

  /** Returns the text of a row. */
  static BlockText of(DocumentText document, TableRow row) {
    SourceSpan span = row.getSourceSpans().get(0);
    int start = document.startOf(span);
    String line = document.text().substring(start, start + span.getLength());
    return BlockText.of(document, List.of(SourceLine.of(line.replace("\\|", "|"), span)));
  }
}
