package io.github.formulint.diagnostic;

import io.github.formulint.source.Span;
import java.util.Objects;

/**
 * One replacement of text. Immutable.
 *
 * @param span what is replaced, in UTF-16 offsets into the source; empty to insert
 * @param replacement what stands there afterwards; empty to delete
 */
public record Edit(Span span, String replacement) implements Comparable<Edit> {

  /** Checks that nothing is missing. */
  public Edit {
    Objects.requireNonNull(span);
    Objects.requireNonNull(replacement);
  }

  /** Orders by place. */
  @Override
  public int compareTo(Edit other) {
    return span.compareTo(other.span);
  }
}
