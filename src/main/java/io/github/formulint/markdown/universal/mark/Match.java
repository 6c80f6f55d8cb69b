package io.github.formulint.markdown.universal.mark;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;

/** What stands at a mark. Offsets are UTF-16 code units into the text of the block. Immutable. */
public sealed interface Match {

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
   * An opening mark whose formula goes on behind blank lines, where its paragraph has ended.
   *
   * @param delimiter what the author opened
   * @param start where the mark begins
   * @param end where the mark ends
   * @param parts where its parts stand, in the document
   */
  record Cut(Delimiter delimiter, int start, int end, CutFormula parts) implements Match {}

  /**
   * Two marks that belong to two formulas, with a sentence between.
   *
   * @param delimiter the pair whose marks they are
   * @param start where the first one begins
   * @param end where the second one ends
   */
  record Torn(Delimiter delimiter, int start, int end) implements Match {}

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

  /**
   * A formula between two pairs of marks, one inside the other.
   *
   * @param formula the formula as if only the outer pair stood there
   * @param innerOpener where the inner opening mark begins
   * @param innerCloserEnd where the inner closing mark ends
   */
  record Nested(Found formula, int innerOpener, int innerCloserEnd) implements Match {

    @Override
    public int end() {
      return formula.end();
    }
  }

  /**
   * TeX that stands in no formula.
   *
   * @param end where what was looked at ends
   * @param source the TeX, with the brackets around it if there are any, in the document
   * @param isBracketed whether single brackets stand around it
   */
  record Bare(int end, Span source, boolean isBracketed) implements Match {}
}
