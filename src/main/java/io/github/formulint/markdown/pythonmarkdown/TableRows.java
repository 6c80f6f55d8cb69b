package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.MappedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rows of a table: {@code TableProcessor} of the tables extension of Python-Markdown. */
final class TableRows {

  private static final Pattern SEPARATOR = Pattern.compile("[|:\\- ]*");

  private TableRows() {}

  /** Returns the cells of each row but the separator; none if the block is no table. */
  static List<List<MappedText>> in(MappedText block) {
    int headerEnd = block.indexOf('\n', 0);
    if (headerEnd < 0) {
      return List.of();
    }
    int separatorEnd = block.indexOf('\n', headerEnd + 1);
    separatorEnd = separatorEnd < 0 ? block.length() : separatorEnd;
    String separator = block.slice(headerEnd, separatorEnd).toString().strip();
    if (!SEPARATOR.matcher(separator).matches()) {
      return List.of();
    }
    MappedText header = stripSpaces(block.slice(0, headerEnd));
    boolean border = header.toString().startsWith("|") || endsWithPipe(header);
    List<MappedText> cells = cells(header, border);
    if (cells.size() == 1 && !border) {
      return List.of();
    }
    List<MappedText> lines = block.lines();
    boolean isTable =
        cells.size() > 1
            || border && lines.stream().skip(1).allMatch(line -> hasBorder(stripSpaces(line)));
    int columns = cells.size();
    if (!isTable || cells(stripSpaces(lines.get(1)), border).size() != columns) {
      return List.of();
    }
    List<List<MappedText>> rows = new ArrayList<>();
    rows.add(cells);
    for (MappedText line : lines.subList(2, lines.size())) {
      List<MappedText> row = cells(stripSpaces(line), border);
      rows.add(row.subList(0, Math.min(columns, row.size())));
    }
    return rows;
  }

  private static boolean hasBorder(MappedText row) {
    return row.toString().startsWith("|") || endsWithPipe(row);
  }

  private static boolean endsWithPipe(MappedText row) {
    int end = row.length() - 1;
    if (end < 0 || row.charAt(end) != '|') {
      return false;
    }
    int backslashes = 0;
    while (end - 1 - backslashes >= 0 && row.charAt(end - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 0;
  }

  private static List<MappedText> cells(MappedText line, boolean border) {
    MappedText row = line;
    if (border) {
      row = row.toString().startsWith("|") ? row.slice(1) : row;
      row = endsWithPipe(row) ? row.slice(0, row.length() - 1) : row;
    }
    List<MappedText> cells = new ArrayList<>();
    int start = 0;
    for (int pipe : pipes(row.toString())) {
      cells.add(stripSpaces(row.slice(start, pipe)));
      start = pipe + 1;
    }
    cells.add(stripSpaces(row.slice(start)));
    return cells;
  }

  /** Returns the pipes outside code; {@code \\} and {@code \|} are passed over. */
  private static List<Integer> pipes(String row) {
    List<Integer> pipes = new ArrayList<>();
    List<int[]> ticks = new ArrayList<>();
    Map<Integer, TreeSet<Integer>> bySize = new HashMap<>();
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      char next = i + 1 < row.length() ? row.charAt(i + 1) : ' ';
      if (c == '|') {
        pipes.add(i);
      } else if (c == '`' || c == '\\' && next == '`') {
        int escape = c == '\\' ? 1 : 0;
        int end = i + escape;
        while (end < row.length() && row.charAt(end) == '`') {
          end++;
        }
        int size = end - i - escape;
        bySize.computeIfAbsent(size, key -> new TreeSet<>()).add(ticks.size());
        ticks.add(new int[] {i, end, size - escape});
        i = end - 1;
      } else if (c == '\\' && (next == '\\' || next == '|')) {
        i++;
      }
    }
    List<Integer> outside = new ArrayList<>();
    int next = 0;
    for (int t = 0; t < ticks.size(); t++) {
      TreeSet<Integer> same = bySize.get(ticks.get(t)[2]);
      Integer closer = same == null ? null : same.higher(t);
      if (closer == null) {
        continue;
      }
      while (next < pipes.size() && pipes.get(next) < ticks.get(t)[0]) {
        outside.add(pipes.get(next++));
      }
      while (next < pipes.size() && pipes.get(next) < ticks.get(closer)[1]) {
        next++;
      }
      t = closer;
    }
    outside.addAll(pipes.subList(next, pipes.size()));
    return outside;
  }

  private static MappedText stripSpaces(MappedText text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.slice(start, end);
  }
}
