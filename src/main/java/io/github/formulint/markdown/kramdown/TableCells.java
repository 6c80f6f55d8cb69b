package io.github.formulint.markdown.kramdown;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.TextSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/**
 * The cells of a table: {@code parse_table} of kramdown 2.4. Any block whose lines all hold a pipe
 * is a table, whether or not the pipes stand in a formula.
 */
final class TableCells {

  private TableCells() {}

  /**
   * Takes the table that begins here off the source and returns its cells; leaves the source alone
   * and returns none if there is no table.
   */
  static List<MappedText> scan(Scanner source) {
    int start = source.position();
    boolean leadingPipe = source.text.slice(start).strip().startsWith("|");
    source.scan(Syntax.TABLE_SEPARATOR);
    List<MappedText> cells = new ArrayList<>();
    boolean body = false;
    boolean rows = false;
    boolean head = false;
    boolean footer = false;
    while (!source.isAtEnd() && source.at(Syntax.TABLE_LINE)) {
      if (source.scan(Syntax.TABLE_SEPARATOR).isPresent()) {
        if (rows) {
          body |= head || footer;
          head = true;
          rows = false;
        }
      } else if (source.scan(Syntax.TABLE_FOOTER).isPresent()) {
        body |= rows;
        rows = false;
        footer = true;
      } else {
        MatchResult line = source.scan(Syntax.LINE).orElseThrow();
        addRow(source.slice(line.start(), line.end() - 1), leadingPipe, cells);
        rows = true;
      }
    }
    body |= rows && !footer;
    boolean isTable = source.at(Syntax.BOUNDARY) && body && hasPipes(source, start);
    if (!isTable) {
      source.moveTo(start);
      return List.of();
    }
    return cells;
  }

  private static void addRow(MappedText line, boolean leadingPipe, List<MappedText> cells) {
    List<MappedText> row = new ArrayList<>();
    MappedText.Builder cell = new MappedText.Builder();
    String text = line.toString();
    TextSearch search = new TextSearch(text);
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      int end = c == '`' ? CodeSpans.end(text, search, i) : codeElementEnd(text, search, i);
      if (end > i) {
        cell.append(line, i, end);
        i = end;
      } else if (c == '`') {
        int run = CodeSpans.run(text, i);
        cell.append(line, i, i + run);
        i += run;
      } else if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '|') {
        cell.append('|', line.sourceStart(i), line.sourceEnd(i + 1));
        i += 2;
      } else if (c == '|') {
        row.add(cell.build().strip());
        cell = new MappedText.Builder();
        i++;
      } else {
        cell.append(line, i, i + 1);
        i++;
      }
    }
    row.add(cell.build().strip());
    if (leadingPipe && row.get(0).length() == 0) {
      row.remove(0);
    }
    if (!row.isEmpty() && row.get(row.size() - 1).length() == 0) {
      row.remove(row.size() - 1);
    }
    cells.addAll(row);
  }

  private static int codeElementEnd(String text, TextSearch search, int start) {
    if (!text.startsWith("<code", start)) {
      return -1;
    }
    int open = search.indexOf(">", start);
    int close = open < 0 ? -1 : search.indexOf("</code>", open);
    return close < 0 ? -1 : close + "</code>".length();
  }

  /** Returns whether each line has a pipe outside code spans and HTML. */
  private static boolean hasPipes(Scanner source, int start) {
    String text = source.slice(start, source.position()).toString();
    TextSearch search = new TextSearch(text);
    boolean pipe = false;
    boolean lineStart = true;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n') {
        if (!pipe) {
          return false;
        }
        pipe = false;
        lineStart = true;
        i++;
        continue;
      }
      int end =
          switch (c) {
            case '`' -> CodeSpans.end(text, search, i);
            case '<' -> SpanParser.elementEnd(text, search, i);
            default -> -1;
          };
      if (end > i) {
        int newline = search.indexOf("\n", i);
        if (newline >= 0 && newline < end) {
          if (!pipe) {
            return false;
          }
          pipe = false;
        }
        i = end;
        lineStart = false;
        continue;
      }
      if (c == '`') {
        i += CodeSpans.run(text, i) - 1;
      }
      pipe |= c == '|' && (lineStart || text.charAt(i - 1) != '\\');
      lineStart = false;
      i++;
    }
    return true;
  }
}
