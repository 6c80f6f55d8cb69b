package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Dollars;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.tex.MathStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A run of dollars is closed by the next run of the same length, whatever stands around and between
 * (micromark-extension-math 3.1, {@code math-text.js}). Backslashes count only before the opener,
 * where Markdown itself sees to them.
 */
final class DollarRuns implements InlineRule {

  private final int shortest;

  /** For each length: where the runs of it begin, in order. Empty until it is asked for. */
  private final Map<Integer, int[]> runs = new HashMap<>();

  /**
   * Makes the rule.
   *
   * @param shortest the shortest run that opens a formula
   */
  DollarRuns(int shortest) {
    this.shortest = shortest;
  }

  @Override
  public DollarMatch at(String text, int index, char before) {
    int open = Dollars.runEnd(text, index);
    int size = open - index;
    int close = size < shortest ? -1 : nextRun(text, size, open);
    if (close < 0) {
      return new DollarMatch.Literal(open);
    }
    Delimiter delimiter = size == 1 ? Delimiter.DOLLAR : Delimiter.DOUBLE_DOLLAR;
    return new DollarMatch.Found(delimiter, MathStyle.INLINE, index, open, close, close + size);
  }

  /** Returns where the next run of a length begins, or -1; the text is looked through once. */
  private int nextRun(String text, int size, int from) {
    if (runs.isEmpty()) {
      findRuns(text);
    }
    int[] starts = runs.getOrDefault(size, new int[0]);
    int found = Arrays.binarySearch(starts, from);
    int next = found < 0 ? -found - 1 : found;
    return next < starts.length ? starts[next] : -1;
  }

  private void findRuns(String text) {
    Map<Integer, IntStream.Builder> found = new HashMap<>();
    for (int i = text.indexOf('$'); i >= 0; ) {
      int end = Dollars.runEnd(text, i);
      found.computeIfAbsent(end - i, size -> IntStream.builder()).add(i);
      i = text.indexOf('$', end);
    }
    found.forEach((size, starts) -> runs.put(size, starts.build().toArray()));
  }
}
