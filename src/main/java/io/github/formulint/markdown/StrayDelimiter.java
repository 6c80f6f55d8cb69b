package io.github.formulint.markdown;

import io.github.formulint.source.Span;
import java.util.Objects;

/** A delimiter of a formula that did not become one. Immutable. */
public sealed interface StrayDelimiter {

  /** Returns the pair whose mark it is. */
  Delimiter delimiter();

  /** Returns where the mark stands, the opening one if there are two, in UTF-16 offsets. */
  Span mark();

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

    @Override
    public Span mark() {
      return opener;
    }

    /** Checks that nothing is missing. */
    public Unclosed {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(opener);
      Objects.requireNonNull(context);
    }
  }

  /**
   * Nothing opens it.
   *
   * @param delimiter what the author closed
   * @param closer where the closing mark stands, in UTF-16 offsets into the source
   * @param context where in the document it stands
   */
  record Unopened(Delimiter delimiter, Span closer, FormulaContext context)
      implements StrayDelimiter {

    @Override
    public Span mark() {
      return closer;
    }

    /** Checks that nothing is missing. */
    public Unopened {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(closer);
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

    @Override
    public Span mark() {
      return opener;
    }

    /** Checks that nothing is missing. */
    public Mismatched {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(opener);
      Objects.requireNonNull(closer);
      Objects.requireNonNull(context);
    }
  }
}
