package io.github.formulint.markdown.comparison;

import io.github.formulint.markdown.Formula;
import java.util.List;
import java.util.Objects;

/**
 * A formula as its author meant it, and what a platform makes of it. Immutable.
 *
 * @param meant the formula of the universal reading; never empty
 * @param fate what becomes of it
 * @param seen the formulas of the platform's reading that overlap it, in order of their place; one
 *     if the formula is read or altered
 */
public record ComparedFormula(Formula meant, Fate fate, List<Formula> seen) {

  /** Copies the list. */
  public ComparedFormula {
    Objects.requireNonNull(meant);
    Objects.requireNonNull(fate);
    seen = List.copyOf(seen);
  }

  /**
   * Returns whether the platform shows it inline where it was meant as a block, or the other way;
   * in a line of text that is no loss, as long as its engine takes the formula in that style.
   */
  public boolean isInOtherStyle() {
    return fate != Fate.LOST && shown().style() != meant.style();
  }

  /**
   * Returns the formula that the platform reads in its place.
   *
   * @throws IllegalStateException if it is lost
   */
  public Formula shown() {
    if (fate == Fate.LOST) {
      throw new IllegalStateException("lost: " + meant);
    }
    return seen.get(0);
  }
}
