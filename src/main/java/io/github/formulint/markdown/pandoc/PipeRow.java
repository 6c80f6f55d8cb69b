package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.MappedText;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a pipe table: {@code pipeTableRow}. A pipe inside code, a formula or HTML parts no
 * cells.
 *
 * @param cells the texts of the cells
 * @param end start of the line behind the row; -1 if the line is no row
 */
record PipeRow(List<MappedText> cells, int end) {

  private static final PipeRow NONE = new PipeRow(List.of(), -1);

  /** Returns the row that begins at a line. */
  static PipeRow parse(MappedText mapped, int line, PandocInlines inlines) {
    String text = mapped.toString();
    int pipe = inlines.search().indexOf("|", line);
    int lineEnd = inlines.search().indexOf("\n", line);
    if (line >= text.length() || pipe < 0 || lineEnd >= 0 && pipe > lineEnd) {
      return NONE;
    }
    int i = TextLines.skipSpaces(text, line);
    boolean open = text.charAt(i) == '|';
    i += open ? 1 : 0;
    List<MappedText> cells = new ArrayList<>();
    int start = i;
    boolean closed = false;
    while (i < text.length() && text.charAt(i) != '\n') {
      closed = false;
      if (text.charAt(i) == '|') {
        cells.add(mapped.slice(start, i).strip());
        start = i + 1;
        closed = true;
        i++;
        continue;
      }
      int unit = inlines.unitEnd(i);
      i = unit > i ? unit : i + 1;
    }
    if (!closed && !TextLines.isBlankAt(text, start)) {
      cells.add(mapped.slice(start, Math.min(i, text.length())).strip());
    }
    if (cells.isEmpty() || cells.size() == 1 && !open) {
      return NONE;
    }
    return new PipeRow(cells, Math.min(text.length(), i + 1));
  }
}
