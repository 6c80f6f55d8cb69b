package io.github.formulint.fix;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import java.util.TreeSet;

/**
 * Edits that can be made at once: none overlaps another, and no two insert at the same place. What
 * is inserted right where something is replaced comes before the replacement. Not thread-safe.
 */
final class ChosenEdits {

  private final TreeSet<Edit> edits = new TreeSet<>();

  /**
   * Takes the edits of a fix, all or none. The same edits may come again: two findings can have one
   * way to be mended.
   *
   * @return whether none of them gets in the way of those taken before
   */
  boolean add(Fix fix) {
    // Not what the set calls equal: it looks at the place alone.
    if (fix.edits().stream().allMatch(edit -> edit.equals(edits.floor(edit)))) {
      return true;
    }
    if (!fix.edits().stream().allMatch(this::fits)) {
      return false;
    }
    edits.addAll(fix.edits());
    return true;
  }

  private boolean fits(Edit edit) {
    Edit before = edits.floor(edit);
    Edit behind = edits.ceiling(edit);
    return (before == null || !collide(before, edit)) && (behind == null || !collide(behind, edit));
  }

  private static boolean collide(Edit one, Edit other) {
    return one.span().overlaps(other.span()) || one.span().equals(other.span());
  }
}
