package io.github.formulint.tex;

import io.github.formulint.source.Span;
import java.util.Objects;

/**
 * A fault of structure for which KaTeX rejects a formula. Immutable.
 *
 * @param kind what is wrong
 * @param span what the author has to look at, such as the {@code \left} without {@code \right}; in
 *     UTF-16 offsets into the TeX
 * @param noticedAt where a parser notices, such as the brace that comes instead of {@code \right};
 *     empty and at the end of the TeX where it is the end that comes too early
 * @param subject the command, environment or character it is about; may be empty
 */
public record TexFault(Kind kind, Span span, Span noticedAt, String subject) {

  /** What is wrong. */
  public enum Kind {
    /** An opening brace, or {@code \begingroup}, without its end. */
    UNCLOSED_GROUP,
    /** A closing brace, or {@code \endgroup}, without its beginning. */
    STRAY_GROUP_END,
    /** {@code [} of an argument without {@code ]}. */
    UNCLOSED_OPTIONAL_ARGUMENT,
    /** A command stands where its argument is due to follow, and nothing does. */
    MISSING_ARGUMENT,
    /** {@code ^} or {@code _} with nothing that could be a script. */
    MISSING_SCRIPT,
    /** A second superscript, or a prime behind one. */
    DOUBLE_SUPERSCRIPT,
    /** A second subscript. */
    DOUBLE_SUBSCRIPT,
    /** {@code ^} or {@code _} within text. */
    SCRIPT_IN_TEXT,
    /** A script or delimiter is a command that must stand in braces there: {@code x_\max}. */
    COMMAND_NEEDS_BRACES,
    /** {@code &} where no cells are. */
    ALIGNMENT_OUTSIDE_ENVIRONMENT,
    /** More {@code &} in a row than the environment takes. */
    TOO_MANY_COLUMNS,
    /** {@code \left} whose {@code \right} does not come, in its group or cell. */
    LEFT_WITHOUT_RIGHT,
    /** {@code \right} without {@code \left}. */
    RIGHT_WITHOUT_LEFT,
    /** {@code \middle} outside {@code \left…\right}. */
    MIDDLE_WITHOUT_LEFT,
    /** Something behind {@code \left}, {@code \big} … that is no delimiter. */
    INVALID_DELIMITER,
    /** {@code \begin} whose {@code \end} does not come. */
    UNCLOSED_ENVIRONMENT,
    /** {@code \end} of another environment than the one that is open. */
    MISMATCHED_END,
    /** {@code \end} without {@code \begin}. */
    END_WITHOUT_BEGIN,
    /** An environment that KaTeX does not know. */
    UNKNOWN_ENVIRONMENT,
    /** An environment or {@code \tag} that works in display formulas only. */
    NEEDS_DISPLAY,
    /** A command that KaTeX does not know. */
    UNKNOWN_COMMAND,
    /** A command of mathematics in text, or one of text in mathematics. */
    WRONG_MODE,
    /** {@code $}, {@code \(} or {@code \)} within mathematics. */
    MATH_SHIFT_IN_MATH,
    /** {@code $} or {@code \(} within text that nothing closes. */
    UNCLOSED_INNER_FORMULA,
    /** {@code \hline} elsewhere than at the beginning of a row. */
    MISPLACED_LINE,
    /** {@code \limits} behind something that is no operator. */
    LIMITS_WITHOUT_OPERATOR,
    /** A second {@code \over} or the like in one group. */
    SECOND_INFIX,
    /** A size without a number or a known unit. */
    INVALID_SIZE,
    /** A colour that is neither a name nor a number. */
    INVALID_COLOR,
    /** The columns of an environment are not given, or not as KaTeX takes them. */
    INVALID_COLUMNS,
    /** A second {@code \tag} in one row. */
    SECOND_TAG,
    /** A definition that is cut short, of a name that exists, or of none that exists. */
    INVALID_DEFINITION,
    /** {@code #} outside a definition. */
    PARAMETER_CHARACTER,
    /** {@code \verb} whose line ends before its closing character. */
    UNCLOSED_VERBATIM,
    /** A character that KaTeX does not read. */
    UNREADABLE_CHARACTER
  }

  /** Checks that nothing is missing. */
  public TexFault {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(span);
    Objects.requireNonNull(noticedAt);
    Objects.requireNonNull(subject);
  }
}
