package io.github.formulint.rules.delimiter;

import java.util.ArrayList;
import java.util.List;

/** Where spaces are put around a formula. */
enum Spacing {
  /** Nowhere. */
  NONE(false, false),
  /** On both sides. */
  BOTH(true, true),
  /** In front of it. */
  BEFORE(true, false),
  /** Behind it. */
  BEHIND(false, true);

  private final boolean isBefore;
  private final boolean isBehind;

  Spacing(boolean isBefore, boolean isBehind) {
    this.isBefore = isBefore;
    this.isBehind = isBehind;
  }

  /** Returns the ways that change something among these neighbours, the least first. */
  static List<Spacing> of(Neighbours neighbours) {
    boolean before = neighbours.hasTextBefore();
    boolean behind = neighbours.hasTextBehind();
    List<Spacing> ways = new ArrayList<>();
    ways.add(NONE);
    // Where a letter stands on either side, a space on one side alone looks like an oversight.
    if (before && behind && Character.isLetterOrDigit(neighbours.behind().codePointAt(0))) {
      ways.add(BOTH);
    }
    if (before) {
      ways.add(BEFORE);
    }
    if (behind) {
      ways.add(BEHIND);
    }
    if (before && behind && !ways.contains(BOTH)) {
      ways.add(BOTH);
    }
    return ways;
  }

  /** Returns the neighbours with these spaces. */
  Neighbours around(Neighbours neighbours) {
    Neighbours around = isBefore ? neighbours.withSpaceBefore() : neighbours;
    return isBehind ? around.withSpaceBehind() : around;
  }

  /**
   * Returns whether readers expect such spaces: between formulas and letters of Chinese, Japanese
   * and Korean text.
   */
  boolean isUsual(Neighbours neighbours) {
    return (!isBefore || isIdeographic(neighbours.before()))
        && (!isBehind || isIdeographic(neighbours.behind()));
  }

  /**
   * Returns whether such spaces part no word and no number, so that nothing changes its meaning.
   */
  boolean isHarmless(Neighbours neighbours) {
    return (!isBefore || mayBeParted(neighbours.before()))
        && (!isBehind || mayBeParted(neighbours.behind()));
  }

  /** Marks that join a formula with a word, as in {@code k-th}, or that may be signs of it. */
  private static final String JOINING = "-\u2010\u2011\u2013\u2212'\u2019/\\_@#&%\u00b0^";

  private static boolean mayBeParted(String neighbour) {
    return isWide(neighbour)
        || !Character.isLetterOrDigit(neighbour.codePointAt(0)) && !JOINING.contains(neighbour);
  }

  private static boolean isIdeographic(String neighbour) {
    return isWide(neighbour) && Character.isLetterOrDigit(neighbour.codePointAt(0));
  }

  /** Returns whether it is a letter or mark of Chinese, Japanese or Korean text. */
  private static boolean isWide(String neighbour) {
    int c = neighbour.codePointAt(0);
    return c >= 0x1100 && !(c >= 0x2000 && c < 0x2E80);
  }

  /** Returns a spelling with these spaces. */
  String apply(String spelling) {
    return (isBefore ? " " : "") + spelling + (isBehind ? " " : "");
  }
}
