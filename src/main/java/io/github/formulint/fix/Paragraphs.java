package io.github.formulint.fix;

import io.github.formulint.source.Span;
import java.util.Arrays;

/**
 * The parts of a document between blank lines. What stands in one seldom changes how another is
 * read. Immutable.
 */
final class Paragraphs {

  /** Where the blank lines begin, in order. */
  private final int[] blanks;

  private Paragraphs(int[] blanks) {
    this.blanks = blanks;
  }

  /**
   * Finds the parts of a text. Lines with nothing but white space and marks of quotes are blank.
   *
   * @param text any text
   */
  static Paragraphs of(String text) {
    int[] blanks = new int[16];
    int size = 0;
    int line = 0;
    while (line < text.length()) {
      int at = line;
      while (at < text.length() && " \t\r>".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at == text.length() || text.charAt(at) == '\n') {
        blanks = size == blanks.length ? Arrays.copyOf(blanks, size * 2) : blanks;
        blanks[size++] = line;
      }
      int end = text.indexOf('\n', at);
      line = end < 0 ? text.length() : end + 1;
    }
    return new Paragraphs(Arrays.copyOf(blanks, size));
  }

  /** Returns the number of the part in which an offset lies, from 0. */
  int at(int offset) {
    int found = Arrays.binarySearch(blanks, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns whether two spans have a part in common. */
  boolean share(Span one, Span other) {
    return at(one.start()) <= at(other.end()) && at(other.start()) <= at(one.end());
  }
}
