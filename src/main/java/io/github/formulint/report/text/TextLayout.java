package io.github.formulint.report.text;

import java.util.OptionalInt;

/**
 * How the report for people is laid out. Immutable.
 *
 * @param width how many columns its lines may take, at least {@link #LEAST_WIDTH}; names of files
 *     may take more
 * @param isVerbose whether the engines' own words are told
 * @param isLaidOut whether messages are wrapped, and what a fix changes is marked
 * @param grouping how many findings are told together
 * @param mostFindings after how many findings the rest is only counted, if that is limited
 * @param links how places in files are written
 */
public record TextLayout(
    int width,
    boolean isVerbose,
    boolean isLaidOut,
    Grouping grouping,
    OptionalInt mostFindings,
    Hyperlinks links) {

  /** Where there is no terminal that says how wide it is. */
  public static final int USUAL_WIDTH = 80;

  /** On less, no excerpt can be read. */
  public static final int LEAST_WIDTH = 40;

  /** For logs and files: 80 columns, each finding by itself. */
  public static final TextLayout USUAL =
      new TextLayout(USUAL_WIDTH, false, true, Grouping.NONE, OptionalInt.empty(), Hyperlinks.NONE);

  /**
   * All that is said of each finding, each thing on a line of its own: for comparing what is said,
   * whatever the screen.
   */
  public static final TextLayout UNFOLDED =
      new TextLayout(USUAL_WIDTH, true, false, Grouping.NONE, OptionalInt.empty(), Hyperlinks.NONE);

  /** How findings are told together. */
  public enum Grouping {
    /** By rule where there are many. */
    AUTO,
    /** By rule, then file. */
    RULE,
    /** By file, then rule. */
    FILE,
    /** Each finding by itself. */
    NONE
  }

  /** Keeps the width wide enough. */
  public TextLayout {
    width = Math.max(LEAST_WIDTH, width);
  }
}
