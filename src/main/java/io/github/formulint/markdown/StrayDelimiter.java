package io.github.formulint.markdown;

import io.github.formulint.source.Span;
import java.util.List;
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
   * Blank lines cut its formula in two.
   *
   * @param delimiter what the author opened
   * @param opener where the opening mark stands, in UTF-16 offsets into the source
   * @param formula the whole formula with both marks, in UTF-16 offsets into the source
   * @param blanks the blank lines with their line ends, in order; at least one
   * @param context where in the document it stands
   */
  record Cut(
      Delimiter delimiter, Span opener, Span formula, List<Span> blanks, FormulaContext context)
      implements StrayDelimiter {

    @Override
    public Span mark() {
      return opener;
    }

    /** Copies the list. */
    public Cut {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(opener);
      Objects.requireNonNull(formula);
      blanks = List.copyOf(blanks);
      Objects.requireNonNull(context);
    }
  }

  /**
   * Two neighbours that belong to two formulas, each of which lost its other mark; a sentence
   * stands between them.
   *
   * @param delimiter the pair whose marks they are
   * @param mark from the first mark to the last, in UTF-16 offsets into the source
   * @param context where in the document they stand
   */
  record Torn(Delimiter delimiter, @Override Span mark, FormulaContext context)
      implements StrayDelimiter {

    /** Checks that nothing is missing. */
    public Torn {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(mark);
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

  /**
   * A pair of marks right inside another pair: one formula with delimiters twice.
   *
   * @param delimiter the outer pair
   * @param formula the whole formula with both pairs, in UTF-16 offsets into the source
   * @param opener the inner opening mark with the white space behind it
   * @param closer the inner closing mark with the white space before it
   * @param context where in the document it stands
   */
  record Nested(Delimiter delimiter, Span formula, Span opener, Span closer, FormulaContext context)
      implements StrayDelimiter {

    @Override
    public Span mark() {
      return opener;
    }

    /** Checks that nothing is missing. */
    public Nested {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(formula);
      Objects.requireNonNull(opener);
      Objects.requireNonNull(closer);
      Objects.requireNonNull(context);
    }
  }

  /**
   * TeX without delimiters.
   *
   * @param delimiter the pair that it wants
   * @param span the TeX, with the brackets around it if there are any, in UTF-16 offsets
   * @param isBracketed whether single brackets stand around it, which lost their backslashes
   * @param context where in the document it stands
   */
  record Missing(Delimiter delimiter, Span span, boolean isBracketed, FormulaContext context)
      implements StrayDelimiter {

    @Override
    public Span mark() {
      return span;
    }

    /** Checks that nothing is missing. */
    public Missing {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(span);
      Objects.requireNonNull(context);
    }
  }
}
