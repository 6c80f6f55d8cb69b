package io.github.formulint.source;

import java.util.Objects;

/**
 * A document that stands in a file, such as a Markdown cell of a notebook. Immutable.
 *
 * @param label what people call it, such as {@code cell 12}
 * @param document the document, under the name of the file
 * @param map where it stands in the file
 */
public record Part(String label, SourceFile document, PartMap map) {

  /**
   * Checks that document and map fit together.
   *
   * @throws IllegalArgumentException if they differ in length
   */
  public Part {
    Objects.requireNonNull(label);
    if (document.text().length() != map.length()) {
      throw new IllegalArgumentException("map of another document");
    }
  }

  /** Returns where it stands in the file, from its first to its last code unit. */
  public Span span() {
    return new Span(map.toFile(0), map.toFile(map.length()));
  }

  /**
   * Returns line and column of an offset of the file in this part.
   *
   * @param offset offset in the file, inside {@link #span()}
   */
  public Position position(int offset) {
    return document.lines().position(map.toPart(offset));
  }

  /**
   * Returns how people name a place, such as {@code cell 12, line 3}.
   *
   * @param offset offset in the file, inside {@link #span()}
   */
  public String place(int offset) {
    return label + ", line " + position(offset).line();
  }
}
