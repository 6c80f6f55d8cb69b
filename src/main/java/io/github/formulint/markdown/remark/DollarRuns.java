package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Dollars;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.tex.MathStyle;
import java.util.HashMap;
import java.util.Map;

/**
 * A run of dollars is closed by the next run of the same length, whatever stands around and between
 * (micromark-extension-math 3.1, {@code math-text.js}). Backslashes count only before the opener,
 * where Markdown itself sees to them.
 */
final class DollarRuns implements InlineRule {

  private final int shortest;

  /** For each length: from this offset on there is no run of it. */
  private final Map<Integer, Integer> noneFrom = new HashMap<>();

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
    if (size < shortest || noneFrom.getOrDefault(size, text.length()) <= open) {
      return new DollarMatch.Literal(open);
    }
    for (int i = text.indexOf('$', open); i >= 0; ) {
      int end = Dollars.runEnd(text, i);
      if (end - i == size) {
        Delimiter delimiter = size == 1 ? Delimiter.DOLLAR : Delimiter.DOUBLE_DOLLAR;
        return new DollarMatch.Found(delimiter, MathStyle.INLINE, index, open, i, end);
      }
      i = text.indexOf('$', end);
    }
    noneFrom.put(size, open);
    return new DollarMatch.Literal(open);
  }
}
