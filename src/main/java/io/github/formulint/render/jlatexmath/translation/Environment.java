package io.github.formulint.render.jlatexmath.translation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An environment of KaTeX and what stands for it in JLaTeXMath. Immutable.
 *
 * @param argument what stands after its name
 * @param open what JLaTeXMath is given for its beginning; {@code #} stands for the argument
 * @param close what JLaTeXMath is given for its end
 * @param place where KaTeX takes it
 * @param rows whether its rows can have tags of their own
 * @param cellStart what JLaTeXMath is given at the start of each cell
 */
public record Environment(
    Argument argument, String open, String close, Place place, Rows rows, String cellStart) {

  /** What stands after the name of an environment. */
  public enum Argument {
    NONE,
    /** {@code [t]}, {@code [c]} or {@code [b]}, which may be left out. */
    POSITION,
    /** {@code [l]}, {@code [c]} or {@code [r]}, which may be left out. */
    ALIGNMENT,
    /** The columns of an array, perhaps after a position. */
    COLUMNS,
    /** The columns of an array that JLaTeXMath lacks. */
    PLAIN_COLUMNS,
    /** The column of a subarray. */
    ONE_COLUMN,
    /** The number of equations side by side, perhaps after a position. */
    COUNT,
    /** All of a commutative diagram. */
    DIAGRAM
  }

  /** Where KaTeX takes an environment. */
  public enum Place {
    ANYWHERE,
    DISPLAY_ONLY
  }

  /** Whether the rows of an environment can have tags of their own. */
  public enum Rows {
    UNTAGGED,
    TAGGED,
    /** It is all one row. */
    ONE_TAGGED
  }

  private static final String CASES = "\\formulintcases{T}{";
  private static final String DISPLAYED_CASES = "\\formulintcases{D}{";

  private static final Map<String, Environment> ALL = new HashMap<>();

  static {
    plain("aligned", Argument.POSITION, "aligned");
    anywhere("gathered", Argument.POSITION, "\\formulintgather{}{", "}", "");
    plain("split", Argument.NONE, "split");
    anywhere("cases", Argument.NONE, "\\left\\{" + CASES, "}\\right.", "");
    plain("array", Argument.COLUMNS, "array");
    plain("darray", Argument.PLAIN_COLUMNS, "array");
    plain("matrix", Argument.NONE, "matrix");
    for (String name : new String[] {"p", "b", "B", "v", "V"}) {
      plain(name + "matrix", Argument.NONE, name + "matrix");
    }
    for (String star : new String[] {"", "*"}) {
      rows("align" + star, Rows.TAGGED, "\\formulintalign{}{", "}");
      rows("gather" + star, Rows.TAGGED, "\\formulintgather{}{", "}");
      rows("equation" + star, Rows.ONE_TAGGED, "\\formulintnumbered{}{", "}");
      add(
          "alignat" + star,
          new Environment(
              Argument.COUNT,
              "\\formulintalignat{#}{}{",
              "}",
              Place.DISPLAY_ONLY,
              Rows.TAGGED,
              ""));
    }
    anywhere("alignedat", Argument.COUNT, "\\formulintalignat{#}{}{", "}", "");
    anywhere("dcases", Argument.NONE, "\\left\\{" + DISPLAYED_CASES, "}\\right.", "");
    anywhere("rcases", Argument.NONE, "\\left." + CASES, "}\\right\\}", "");
    anywhere("drcases", Argument.NONE, "\\left." + DISPLAYED_CASES, "}\\right\\}", "");
    anywhere(
        "subarray", Argument.ONE_COLUMN, "{\\scriptstyle\\begin{array}{#}", "\\end{array}}", "");
    matrix("matrix*", "", "");
    matrix("pmatrix*", "\\left(", "\\right)");
    matrix("bmatrix*", "\\left[", "\\right]");
    matrix("Bmatrix*", "\\left\\{", "\\right\\}");
    matrix("vmatrix*", "\\left|", "\\right|");
    matrix("Vmatrix*", "\\left\\|", "\\right\\|");
    add("CD", new Environment(Argument.DIAGRAM, "", "", Place.DISPLAY_ONLY, Rows.UNTAGGED, ""));
  }

  /**
   * Returns the environment of that name, or nothing where KaTeX has none.
   *
   * @param name the name
   */
  public static Optional<Environment> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /**
   * Returns an environment that only JLaTeXMath has: it is passed on as it stands.
   *
   * @param name the name
   */
  static Environment passedOn(String name) {
    return new Environment(
        Argument.NONE,
        "\\begin{" + name + "}",
        "\\end{" + name + "}",
        Place.ANYWHERE,
        Rows.UNTAGGED,
        "");
  }

  /**
   * Returns an array whose columns are parted by dashed lines.
   *
   * @param array an environment with plain columns
   */
  static Environment dashed(Environment array) {
    return new Environment(
        array.argument(),
        "\\formulintdashed{#}{",
        "}",
        array.place(),
        array.rows(),
        array.cellStart());
  }

  /**
   * Returns how far into {@link #open} the numbers of the rows stand.
   *
   * @param written what was written for its beginning
   */
  static int numbersIn(String written) {
    return written.indexOf("{}") + 1;
  }

  private static void plain(String name, Argument argument, String ours) {
    String columns =
        argument == Argument.COLUMNS || argument == Argument.PLAIN_COLUMNS ? "{#}" : "";
    anywhere(name, argument, "\\begin{" + ours + "}" + columns, "\\end{" + ours + "}", "");
  }

  private static void rows(String name, Rows rows, String open, String close) {
    add(name, new Environment(Argument.NONE, open, close, Place.DISPLAY_ONLY, rows, ""));
  }

  private static void matrix(String name, String left, String right) {
    anywhere(name, Argument.ALIGNMENT, left + "\\formulintmatrix{#}{", "}" + right, "");
  }

  private static void anywhere(
      String name, Argument argument, String open, String close, String cellStart) {
    add(name, new Environment(argument, open, close, Place.ANYWHERE, Rows.UNTAGGED, cellStart));
  }

  private static void add(String name, Environment environment) {
    ALL.put(name, environment);
  }
}
