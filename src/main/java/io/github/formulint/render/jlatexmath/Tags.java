package io.github.formulint.render.jlatexmath;

import java.util.Optional;

/** Counts tags: a formula has one at most, and so has each row of an environment that numbers. */
final class Tags {

  private boolean isFormulaTagged;
  private boolean isRowTagged;

  /** Returns whether another tag may stand here, and counts it. */
  boolean add(Optional<Environment> numbering) {
    boolean isFree = numbering.isPresent() ? !isRowTagged : !isFormulaTagged;
    if (numbering.isPresent()) {
      isRowTagged = true;
    } else {
      isFormulaTagged = true;
    }
    return isFree;
  }

  /** Notes that a row of an environment that numbers ends. */
  void endRow() {
    isRowTagged = false;
  }
}
