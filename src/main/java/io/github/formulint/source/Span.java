package io.github.formulint.source;

/**
 * A half-open range of UTF-16 code units of a text. Immutable.
 *
 * @param start offset of the first code unit, 0 or more
 * @param end offset behind the last code unit, {@code start} or more
 */
public record Span(int start, int end) implements Comparable<Span> {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if {@code start} is negative or {@code end} is before it
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: [" + start + ", " + end + ")");
    }
  }

  /**
   * Returns the empty span at an offset.
   *
   * @param offset offset in UTF-16 code units, 0 or more
   */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** Returns the number of UTF-16 code units. */
  public int length() {
    return end - start;
  }

  /** Returns whether the span holds no code unit. */
  public boolean isEmpty() {
    return start == end;
  }

  /**
   * Returns whether all of the other span lies inside this one.
   *
   * @param other the span to look for
   */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /**
   * Returns whether the spans have a code unit in common.
   *
   * @param other the span to compare with
   */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /**
   * Returns the part of a text that this span covers.
   *
   * @param text a text of at least {@link #end} code units
   * @throws IndexOutOfBoundsException if the text is shorter
   */
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  /** Orders by start, then by end. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
