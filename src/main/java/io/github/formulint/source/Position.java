package io.github.formulint.source;

/**
 * A place in a document as people name it. Immutable.
 *
 * @param line line number, from 1
 * @param column column number, from 1, in Unicode code points
 */
public record Position(int line, int column) {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a number is below 1
   */
  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("no position: " + line + ":" + column);
    }
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
