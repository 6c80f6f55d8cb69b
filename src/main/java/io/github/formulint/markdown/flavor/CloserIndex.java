package io.github.formulint.markdown.flavor;

import java.util.function.IntPredicate;

/** For each place of a text, the next one that closes. Read once, so a text costs its length. */
public final class CloserIndex {

  private final int[] next;

  /**
   * Makes the index.
   *
   * @param text any text
   * @param closes whether a closing mark begins at an offset of the text
   */
  public CloserIndex(String text, IntPredicate closes) {
    next = new int[text.length() + 1];
    next[text.length()] = -1;
    for (int i = text.length() - 1; i >= 0; i--) {
      next[i] = closes.test(i) ? i : next[i + 1];
    }
  }

  /** Returns the first closing mark at an offset or behind it, or -1. */
  public int from(int offset) {
    return offset < next.length ? next[offset] : -1;
  }
}
