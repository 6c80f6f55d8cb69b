package io.github.formulint.source;

import java.util.Arrays;

/**
 * Where the lines of a text begin, to turn offsets into lines and columns. A line ends with LF,
 * CRLF or CR (CommonMark 0.31.2, section 2.1). Immutable and thread-safe.
 */
public final class LineIndex {

  private final String text;
  private final int[] starts;

  /** Where each code point ends that takes two code units, so that no column is counted out. */
  private final int[] pairEnds;

  private LineIndex(String text, int[] starts, int[] pairEnds) {
    this.text = text;
    this.starts = starts;
    this.pairEnds = pairEnds;
  }

  /**
   * Returns the index of a text.
   *
   * @param text the whole text
   */
  public static LineIndex of(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    int[] pairEnds = new int[16];
    int pairs = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean endsLine =
          c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (endsLine) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      } else if (Character.isLowSurrogate(c)
          && i > 0
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        if (pairs == pairEnds.length) {
          pairEnds = Arrays.copyOf(pairEnds, pairs * 2);
        }
        pairEnds[pairs++] = i + 1;
      }
    }
    return new LineIndex(text, Arrays.copyOf(starts, count), Arrays.copyOf(pairEnds, pairs));
  }

  /** Returns the number of lines, at least 1; a line ending at the end opens a last, empty line. */
  public int lineCount() {
    return starts.length;
  }

  /**
   * Returns the number of the line that holds an offset, from 1.
   *
   * @param offset offset in UTF-16 code units, from 0 to the length of the text
   * @throws IndexOutOfBoundsException if the offset is outside the text
   */
  public int lineOf(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IndexOutOfBoundsException("offset " + offset + " of " + text.length());
    }
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * Returns line and column of an offset; a byte order mark at the start has no column.
   *
   * @param offset offset in UTF-16 code units, from 0 to the length of the text
   * @throws IndexOutOfBoundsException if the offset is outside the text
   */
  public Position position(int offset) {
    int line = lineOf(offset);
    int start = contentStart(line);
    int column = offset <= start ? 0 : offset - start - (pairsTo(offset) - pairsTo(start));
    return new Position(line, column + 1);
  }

  /** Returns how many code points of two code units end at an offset or before it. */
  private int pairsTo(int offset) {
    int found = Arrays.binarySearch(pairEnds, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * Returns the span of a line without its line ending and without a byte order mark.
   *
   * @param line line number, from 1 to {@link #lineCount()}
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public Span line(int line) {
    int start = contentStart(line);
    int end = line == starts.length ? text.length() : starts[line];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return new Span(start, end);
  }

  private int contentStart(int line) {
    int start = starts[line - 1];
    boolean markedStart =
        start == 0 && !text.isEmpty() && text.charAt(0) == SourceFile.BYTE_ORDER_MARK;
    return markedStart ? 1 : start;
  }
}
