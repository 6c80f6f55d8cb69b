package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.tex.MathStyle;

/** What stands at a dollar. Offsets are UTF-16 code units into the text of the block. Immutable. */
public sealed interface DollarMatch {

  /** Returns where it ends. */
  int end();

  /**
   * A formula.
   *
   * @param delimiter the marks around it
   * @param style inline or display
   * @param start where its opening mark begins
   * @param texStart where its TeX begins
   * @param texEnd where its TeX ends
   * @param end where its closing mark ends
   */
  record Found(Delimiter delimiter, MathStyle style, int start, int texStart, int texEnd, int end)
      implements DollarMatch {

    /** Returns {@code $…$}. */
    public static Found inline(int start, int texEnd) {
      return new Found(Delimiter.DOLLAR, MathStyle.INLINE, start, start + 1, texEnd, texEnd + 1);
    }

    /** Returns {@code $$…$$} in a style. */
    public static Found doubleDollar(MathStyle style, int start, int texEnd) {
      return new Found(Delimiter.DOUBLE_DOLLAR, style, start, start + 2, texEnd, texEnd + 2);
    }
  }

  /**
   * Dollars that are text.
   *
   * @param end where the text ends
   */
  record Literal(int end) implements DollarMatch {}
}
