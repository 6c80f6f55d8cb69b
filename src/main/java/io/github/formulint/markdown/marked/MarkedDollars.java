package io.github.formulint.markdown.marked;

import io.github.formulint.markdown.Dollars;
import io.github.formulint.markdown.flavor.Backslashes;
import io.github.formulint.markdown.flavor.CloserIndex;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.tex.MathStyle;
import java.util.Optional;

/**
 * The formulas of a text as marked-katex-extension 5.1 finds them: {@code inlineRule}, which says
 * what a formula is, and {@code start}, which says where a piece of text must end for one. Each
 * place is looked at once, so a text costs its length.
 */
final class MarkedDollars {

  /** What may stand behind a closer, besides white space. */
  private static final String ENDS = "?!.,:\uFF1F\uFF01\u3002\uFF0C\uFF1A";

  private final String text;
  private final CloserIndex single;
  private final CloserIndex pairs;

  /** For each offset: where the next run of dollars ends behind which {@code start} looks on. */
  private final int[] starts;

  /** For each offset: from where {@code start} counts the place that it found. */
  private final int[] counts;

  MarkedDollars(String text) {
    this.text = text;
    single = new CloserIndex(text, i -> text.charAt(i) == '\n' || closes(i, 1));
    pairs = new CloserIndex(text, i -> text.charAt(i) == '\n' || closes(i, 2));
    starts = new int[text.length() + 2];
    counts = new int[text.length() + 2];
    fill();
  }

  /** Returns the formula that begins at a dollar. */
  Optional<DollarMatch.Found> at(int index) {
    int size = text.startsWith("$$", index) ? 2 : 1;
    int open = index + size;
    if (text.startsWith("$", open) || open >= text.length() || text.charAt(open) == '\n') {
      return Optional.empty();
    }
    int close = (size == 1 ? single : pairs).from(open + 1);
    if (close < 0 || text.charAt(close) == '\n') {
      return Optional.empty();
    }
    return Optional.of(
        size == 1
            ? DollarMatch.Found.inline(index, close)
            : DollarMatch.Found.doubleDollar(MathStyle.DISPLAY, index, close));
  }

  /**
   * Returns where a piece of text that begins at an offset ends for a formula, or -1. The extension
   * counts from behind the last dollars that it passed over, marked from the start of the piece: so
   * behind dollars that are none the piece ends too early.
   */
  int startBehind(int at) {
    int from = at + 1;
    if (from < text.length() && text.charAt(from) == '$') {
      if (at(from).isPresent()) {
        return from;
      }
      from = Dollars.runEnd(text, from + 1);
    }
    int start = starts[Math.min(from, text.length())];
    if (start < 0) {
      return -1;
    }
    int counted = counts[from] < 0 ? from : counts[from];
    return at + 1 + start - counted;
  }

  /** Fills in, from the end, where a search that begins at an offset ends. */
  private void fill() {
    starts[text.length()] = -1;
    starts[text.length() + 1] = -1;
    counts[text.length()] = -1;
    counts[text.length() + 1] = -1;
    for (int i = text.length() - 1; i >= 0; i--) {
      boolean beginsRun = text.charAt(i) == '$' && (i == 0 || text.charAt(i - 1) != '$');
      if (!beginsRun) {
        starts[i] = starts[i + 1];
        counts[i] = counts[i + 1];
      } else if (i > 0 && text.charAt(i - 1) == ' ' && at(i).isPresent()) {
        starts[i] = i;
        counts[i] = -1;
      } else {
        int behind = Dollars.runEnd(text, i + 1);
        starts[i] = starts[behind];
        counts[i] = counts[behind] < 0 ? behind : counts[behind];
      }
    }
  }

  /** A backslash takes the next character with it; the body does not end with a dollar. */
  private boolean closes(int index, int size) {
    if (!text.startsWith("$".repeat(size), index) || Backslashes.escape(text, index)) {
      return false;
    }
    boolean behindDollar =
        index > 0 && text.charAt(index - 1) == '$' && !Backslashes.escape(text, index - 1);
    int end = index + size;
    return !behindDollar
        && (end == text.length()
            || isSpace(text.charAt(end))
            || ENDS.indexOf(text.charAt(end)) >= 0);
  }

  /** White space of a JavaScript pattern. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
