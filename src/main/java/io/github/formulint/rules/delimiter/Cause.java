package io.github.formulint.rules.delimiter;

/**
 * Why a platform loses a formula. Immutable.
 *
 * @param kind the kind of cause
 * @param words what is in the way, as a sentence without its point
 */
record Cause(Kind kind, String words) {

  /** The kinds of causes. */
  enum Kind {
    /** The platform does not know the delimiter. */
    DELIMITER,
    /** There is a space inside the delimiters. */
    SPACE_INSIDE,
    /** What stands in front of the opening delimiter. */
    BEFORE,
    /** What stands behind the closing delimiter. */
    BEHIND,
    /** The first sign of its TeX. */
    FIRST_SIGN,
    /** Text shares the line of the opening or closing {@code $$}. */
    SHARED_LINE,
    /** A line of text stands right above or below its block. */
    GLUED,
    /** A line of it begins a block of Markdown, such as a heading. */
    LINE_START,
    /** There is a blank line inside. */
    BLANK_LINE,
    /** It goes over several lines. */
    LINE_BREAK,
    /** The platform takes the lines for code. */
    INDENTED_CODE,
    /** It stands in HTML. */
    HTML,
    /** A sign inside it ends the cell of a table. */
    TABLE,
    /** Markdown takes characters of it for its own. */
    MARKDOWN,
    /** Something else that stands around it. */
    SURROUNDINGS
  }

  /** Returns whether the cause is the place, not the way in which the formula is written. */
  boolean isPlace() {
    return kind == Kind.INDENTED_CODE || kind == Kind.HTML || kind == Kind.SURROUNDINGS;
  }
}
