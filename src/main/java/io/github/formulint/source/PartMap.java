package io.github.formulint.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * Where each code unit of a part stands in the file around it. There it may be escaped, and so take
 * several code units, and between two of them the file may have something of its own, such as what
 * parts two strings of a list. Immutable and thread-safe.
 */
public final class PartMap {

  private final int[] starts;
  private final int[] ends;

  /** Where the text of a part begins that has none. */
  private final int start;

  private PartMap(int[] starts, int[] ends, int start) {
    this.starts = starts;
    this.ends = ends;
    this.start = start;
  }

  /** Returns the number of code units of the part. */
  public int length() {
    return starts.length;
  }

  /**
   * Returns the span in the file of a span of the part. What the file has between two code units
   * lies inside it only if the span holds both.
   *
   * @param span a span of the part
   * @throws IndexOutOfBoundsException if the part is shorter
   */
  public Span toFile(Span span) {
    if (span.isEmpty()) {
      return Span.at(toFile(span.start()));
    }
    return new Span(starts[span.start()], ends[span.end() - 1]);
  }

  /**
   * Returns where a code unit of the part begins in the file; of the offset behind the last one,
   * where that ends.
   *
   * @param offset offset in the part, from 0 to its length
   * @throws IndexOutOfBoundsException if it is none
   */
  public int toFile(int offset) {
    if (offset < starts.length) {
      return starts[offset];
    }
    if (offset > starts.length) {
      throw new IndexOutOfBoundsException(offset + " of " + starts.length);
    }
    return offset == 0 ? start : ends[offset - 1];
  }

  /**
   * Returns whether the file has something of its own right before a code unit of the part.
   *
   * @param offset offset in the part, from 0 to its length
   */
  public boolean isParted(int offset) {
    return offset > 0 && offset < starts.length && ends[offset - 1] != starts[offset];
  }

  /**
   * Returns the code unit of the part that stands at an offset of the file, or the next one behind
   * it.
   *
   * @param offset offset in the file
   * @return offset in the part, from 0 to its length
   */
  public int toPart(int offset) {
    int found = Arrays.binarySearch(ends, offset);
    int index = found >= 0 ? found + 1 : -found - 1;
    return Math.min(index, starts.length);
  }

  /** Puts a map together. Not thread-safe. */
  public static final class Builder {

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int length;
    private int start = -1;

    /**
     * Says where the part begins, which counts if it turns out to be empty.
     *
     * @param offset offset in the file
     */
    public Builder begin(int offset) {
      start = start < 0 ? offset : start;
      return this;
    }

    /**
     * Adds one code unit.
     *
     * @param from where it begins in the file, not before the last one ends
     * @param to where it ends, behind {@code from}
     */
    public Builder add(int from, int to) {
      if (to <= from || length > 0 && from < ends[length - 1]) {
        throw new IllegalArgumentException("no code unit: [" + from + ", " + to + ")");
      }
      if (length == starts.length) {
        starts = Arrays.copyOf(starts, length * 2);
        ends = Arrays.copyOf(ends, length * 2);
      }
      starts[length] = from;
      ends[length] = to;
      length++;
      return this;
    }

    /** Returns the map. */
    public PartMap build() {
      int first = length > 0 ? starts[0] : Math.max(0, start);
      return new PartMap(Arrays.copyOf(starts, length), Arrays.copyOf(ends, length), first);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartMap map
        && start == map.start
        && Arrays.equals(starts, map.starts)
        && Arrays.equals(ends, map.ends);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(starts), start);
  }
}
