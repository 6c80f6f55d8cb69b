package io.github.formulint.markdown.commonmark;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.tex.MathStyle;

/** What stands at a mark. Offsets are UTF-16 code units into the text of the block. Immutable. */
sealed interface Match {

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
      implements Match {}

  /**
   * An opening mark that nothing closes.
   *
   * @param delimiter what the author opened
   * @param start where the mark begins
   * @param end where the mark ends
   */
  record Unclosed(Delimiter delimiter, int start, int end) implements Match {}

  /**
   * A closing mark that nothing opens.
   *
   * @param delimiter what the author closed
   * @param start where the mark begins
   * @param end where the mark ends
   */
  record Unopened(Delimiter delimiter, int start, int end) implements Match {}

  /**
   * An opening mark that another pair's mark closes.
   *
   * @param delimiter what the author opened
   * @param start where the mark begins
   * @param openerEnd where the mark ends
   * @param closerStart where the other mark begins
   * @param end where the other mark ends
   */
  record Mismatched(Delimiter delimiter, int start, int openerEnd, int closerStart, int end)
      implements Match {}

  /**
   * Marks that are text.
   *
   * @param end where the text ends
   */
  record Literal(int end) implements Match {}
}
