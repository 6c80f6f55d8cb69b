package io.github.formulint.report.data;

import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;

/**
 * The lines and columns of a document where columns count the bytes of UTF-8. What a column costs
 * does not grow with its line. Immutable.
 */
final class Utf8Columns {

  private final LineIndex lines;

  /** How many bytes stand before each code unit, and before the end. */
  private final int[] bytes;

  private Utf8Columns(LineIndex lines, int[] bytes) {
    this.lines = lines;
    this.bytes = bytes;
  }

  /**
   * Returns the columns of a document.
   *
   * @param document the document
   */
  static Utf8Columns of(SourceFile document) {
    String text = document.text();
    int[] bytes = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      bytes[i + 1] = bytes[i] + size(text.charAt(i));
    }
    return new Utf8Columns(document.lines(), bytes);
  }

  /** Both halves of a pair count two, which makes the four bytes of the pair. */
  private static int size(char c) {
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }

  /**
   * Returns the number of the line that holds an offset, from 1.
   *
   * @param offset offset in UTF-16 code units
   */
  int line(int offset) {
    return lines.lineOf(offset);
  }

  /**
   * Returns the column of an offset in bytes, from 1; a byte order mark has none.
   *
   * @param offset offset in UTF-16 code units
   */
  int column(int offset) {
    int start = lines.line(lines.lineOf(offset)).start();
    return Math.max(0, bytes[offset] - bytes[start]) + 1;
  }
}
