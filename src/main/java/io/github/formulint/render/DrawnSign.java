package io.github.formulint.render;

import io.github.formulint.source.Span;
import java.util.Objects;

/**
 * A sign that an engine draws, and what decides on its look. Immutable.
 *
 * @param place where it stands in the TeX, in UTF-16 offsets
 * @param manner its font, size, colour, and what it stands in: script, part of a fraction, cell.
 *     Two signs of the same character look alike if it is the same
 */
public record DrawnSign(Span place, String manner) {

  /** What an outcome calls its reports of signs. */
  static final String REPORT = "sign";

  /** Checks that nothing is missing. */
  public DrawnSign {
    Objects.requireNonNull(place);
    Objects.requireNonNull(manner);
  }
}
