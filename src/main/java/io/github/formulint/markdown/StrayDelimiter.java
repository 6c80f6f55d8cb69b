package io.github.formulint.markdown;

import io.github.formulint.source.Span;
import java.util.Objects;

/** An opening delimiter of a formula that did not become one. Immutable. */
public sealed interface StrayDelimiter {

  /** Returns what the author opened. */
  Delimiter delimiter();

  /** Returns where the opening mark stands, in UTF-16 offsets into the source. */
  Span opener();

  /** Returns where in the document it stands. */
  FormulaContext context();

  /**
   * Nothing closes it.
   *
   * @param delimiter what the author opened
   * @param opener where the opening mark stands, in UTF-16 offsets into the source
   * @param context where in the document it stands
   */
  record Unclosed(Delimiter delimiter, Span opener, FormulaContext context)
      implements StrayDelimiter {

    /** Checks that nothing is missing. */
    public Unclosed {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(opener);
      Objects.requireNonNull(context);
    }
  }

  /**
   * The closing mark of another pair stands where its own should.
   *
   * @param delimiter what the author opened
   * @param opener where the opening mark stands, in UTF-16 offsets into the source
   * @param closer where the other pair's closing mark stands, behind the opener
   * @param context where in the document it stands
   */
  record Mismatched(Delimiter delimiter, Span opener, Span closer, FormulaContext context)
      implements StrayDelimiter {

    /** Checks that nothing is missing. */
    public Mismatched {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(opener);
      Objects.requireNonNull(closer);
      Objects.requireNonNull(context);
    }
  }
}
