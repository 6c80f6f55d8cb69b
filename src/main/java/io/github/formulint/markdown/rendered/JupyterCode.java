package io.github.formulint.markdown.rendered;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What JupyterLab takes for code before it looks for formulas. {@code removeMath} of its {@code
 * latex.ts} hides the dollars of whatever these two expressions match, first one, then the other:
 *
 * <pre>
 * ^(?&lt;fence&gt;`{3,}|~{3,})[^`\n]*\n([\s\S]*?)^\k&lt;fence&gt;`*$
 * (^|[^\\])(`+)([^\n]*?[^`\n])\2(?!`)
 * </pre>
 *
 * They are followed here in linear time. A fence needs no indentation check: it must begin its
 * line. The second expression takes the character before the backticks too, so the first dollar of
 * {@code $`x`$} is hidden.
 */
final class JupyterCode {

  private record Line(int start, int end) {}

  private final String text;
  private final BitSet code = new BitSet();

  private JupyterCode(String text) {
    this.text = text;
  }

  /** Returns the indices of the characters that are in code; lines end with line feeds. */
  static BitSet in(String text) {
    JupyterCode found = new JupyterCode(text);
    if (text.indexOf('`') >= 0 || text.contains("~~~")) {
      List<Line> lines = found.lines();
      found.markFences(lines);
      lines.forEach(found::markSpans);
    }
    return found.code;
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(new Line(start, end));
      start = end + 1;
    }
    lines.add(new Line(start, text.length()));
    return lines;
  }

  private void markFences(List<Line> lines) {
    Map<Integer, TreeSet<Integer>> tildeClosers = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      int tildes = run('~', line.start);
      if (tildes >= 3 && line.start + tildes + run('`', line.start + tildes) == line.end) {
        tildeClosers.computeIfAbsent(tildes, key -> new TreeSet<>()).add(i);
      }
    }
    int unclosedBackticks = Integer.MAX_VALUE;
    for (int i = 0; i < lines.size() - 1; i++) {
      Line line = lines.get(i);
      int backticks = run('`', line.start);
      int tildes = run('~', line.start);
      int closer = -1;
      if (backticks >= 3 && backticks < unclosedBackticks && hasInfo(line, backticks)) {
        closer = backtickCloser(lines, i, backticks);
        unclosedBackticks = closer < 0 ? backticks : unclosedBackticks;
      } else if (tildes >= 3 && hasInfo(line, tildes)) {
        closer = tildeCloser(tildeClosers, i, tildes);
      }
      if (closer >= 0) {
        code.set(line.start, lines.get(closer).end);
        i = closer;
      }
    }
  }

  private boolean hasInfo(Line line, int fence) {
    for (int i = line.start + fence; i < line.end; i++) {
      if (text.charAt(i) == '`') {
        return false;
      }
    }
    return true;
  }

  private int backtickCloser(List<Line> lines, int opener, int length) {
    for (int i = opener + 1; i < lines.size(); i++) {
      Line line = lines.get(i);
      int run = run('`', line.start);
      if (run >= length && line.start + run == line.end) {
        return i;
      }
    }
    return -1;
  }

  /** The longest fence that is closed, as a greedy expression finds it. */
  private static int tildeCloser(Map<Integer, TreeSet<Integer>> closers, int opener, int length) {
    for (int tildes = length; tildes >= 3; tildes--) {
      TreeSet<Integer> lines = closers.get(tildes);
      Integer closer = lines == null ? null : lines.higher(opener);
      if (closer != null) {
        return closer;
      }
    }
    return -1;
  }

  private void markSpans(Line line) {
    Map<Integer, TreeSet<Integer>> runs = new HashMap<>();
    for (int i = line.start; i < line.end; i++) {
      int run = run('`', i);
      if (run > 0) {
        runs.computeIfAbsent(run, key -> new TreeSet<>()).add(i);
        i += run - 1;
      }
    }
    int from = line.start;
    for (int i = line.start; i < line.end; i++) {
      int run = run('`', i);
      if (run == 0) {
        continue;
      }
      int end = spanEnd(runs, line, from, i, run);
      if (end >= 0) {
        from = end;
        i = end - 1;
      } else {
        i += run - 1;
      }
    }
  }

  /** Marks the span that a run of backticks opens and returns its end, or -1. */
  private int spanEnd(
      Map<Integer, TreeSet<Integer>> runs, Line line, int from, int start, int length) {
    int opener = start;
    if (start > line.start && (start - 1 < from || text.charAt(start - 1) == '\\')) {
      opener++;
    }
    for (int size = length - (opener - start); size > 0; size--) {
      TreeSet<Integer> closers = runs.get(size);
      Integer closer = closers == null ? null : closers.higher(start);
      if (closer != null) {
        code.set(Math.max(line.start, opener - 1), closer + size);
        return closer + size;
      }
    }
    return -1;
  }

  private int run(char c, int index) {
    int end = index;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    return end - index;
  }
}
