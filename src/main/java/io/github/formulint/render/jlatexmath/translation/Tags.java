package io.github.formulint.render.jlatexmath.translation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The tags and numbers of a formula. It has one tag at most, and so has each row of an environment
 * that numbers; a row without one gets a number where the environment has no star.
 */
final class Tags {

  private static final String ROW_END = "\\\\";

  /** An environment that is open, with what its rows have. */
  private static final class Rows {
    private final boolean isNumbered;
    private final List<String> labels = new ArrayList<>();
    private Optional<String> label = Optional.empty();
    private boolean isTagged;
    private boolean isSilent;

    private Rows(boolean isNumbered) {
      this.isNumbered = isNumbered;
    }
  }

  private final Deque<Rows> open = new ArrayDeque<>();
  private Optional<String> formulaLabel = Optional.empty();
  private boolean isFormulaTagged;
  private int number;

  /**
   * Adds a tag.
   *
   * @param numbering the environment that it stands in, if that can have tags
   * @param label what stands beside the formula, in JLaTeXMath's TeX
   * @return whether it may stand here
   */
  boolean add(Optional<Environment> numbering, String label) {
    if (numbering.isEmpty() || open.isEmpty()) {
      boolean isFree = !isFormulaTagged;
      isFormulaTagged = true;
      formulaLabel = Optional.of(label);
      return isFree;
    }
    Rows rows = open.peek();
    boolean isFree = !rows.isTagged;
    rows.isTagged = true;
    rows.label = Optional.of(label);
    return isFree;
  }

  /** Notes that the row gets no number. */
  void silence() {
    if (!open.isEmpty()) {
      open.peek().isSilent = true;
    }
  }

  /**
   * Notes that an environment begins whose rows can have tags.
   *
   * @param isNumbered whether its rows have numbers, too
   */
  void begin(boolean isNumbered) {
    open.push(new Rows(isNumbered));
  }

  /** Notes that a row of the environment ends that began last. */
  void endRow() {
    if (open.isEmpty()) {
      return;
    }
    Rows rows = open.peek();
    if (rows.label.isEmpty() && rows.isNumbered && !rows.isSilent) {
      number++;
      rows.label = Optional.of("\\text{(" + number + ")}");
    }
    rows.labels.add(rows.label.orElse(""));
    rows.label = Optional.empty();
    rows.isTagged = false;
    rows.isSilent = false;
  }

  /**
   * Notes that the environment ends that began last.
   *
   * @return what stands beside its rows, parted as rows are; empty if nothing does
   */
  String end() {
    endRow();
    List<String> labels = open.pop().labels;
    return labels.stream().allMatch(String::isEmpty) ? "" : String.join(ROW_END, labels);
  }

  /** Returns what stands beside the formula, in JLaTeXMath's TeX. */
  Optional<String> formulaLabel() {
    return formulaLabel;
  }
}
