package io.github.formulint.rules.fault;

/** What can be wrong with the TeX of a formula: one for each rule that looks for faults of TeX. */
public enum Defect {
  /** A command that nobody knows. */
  UNDEFINED_COMMAND,
  /** A command from elsewhere that KaTeX lacks. */
  UNSUPPORTED_COMMAND,
  /** An environment that nobody knows. */
  UNDEFINED_ENVIRONMENT,
  /** An environment from elsewhere that KaTeX lacks. */
  UNSUPPORTED_ENVIRONMENT,
  /** {@code _} or {@code ^} in text. */
  SCRIPT_IN_TEXT,
  /** A command as a script or argument that needs braces there. */
  UNBRACED_ARGUMENT,
  /** {@code \limits} elsewhere than right behind an operator. */
  MISPLACED_LIMITS,
  /** A second superscript or subscript. */
  DOUBLE_SCRIPT,
  /** A brace or bracket without its partner. */
  UNBALANCED_BRACE,
  /** {@code \left}, {@code \middle} or {@code \right} without its partner. */
  UNPAIRED_LEFT_RIGHT,
  /** Something behind {@code \left}, {@code \big} … that is no delimiter. */
  INVALID_DELIMITER,
  /** {@code \begin} or {@code \end} without its partner. */
  UNPAIRED_ENVIRONMENT,
  /** An environment of display formulas in an inline one. */
  DISPLAY_ONLY_ENVIRONMENT,
  /** A {@code \tag} in an inline formula, or a second one. */
  MISPLACED_TAG,
  /** Columns of an array that are missing or not understood. */
  INVALID_COLUMNS,
  /** {@code &} where no columns are. */
  MISPLACED_ALIGNMENT,
  /** {@code %} that makes a comment of what is needed. */
  SWALLOWING_COMMENT,
  /** {@code #}. */
  UNESCAPED_HASH,
  /** A dollar sign within mathematics. */
  NESTED_DOLLAR,
  /** A command, {@code ^} or {@code _} without what it works on. */
  MISSING_ARGUMENT,
  /** A command of mathematics in text, or one of text in mathematics. */
  MISPLACED_COMMAND,
  /** A length that is none. */
  INVALID_LENGTH,
  /** A colour that is none. */
  INVALID_COLOR,
  /** A backslash that was written for Markdown. */
  MARKDOWN_ESCAPE
}
