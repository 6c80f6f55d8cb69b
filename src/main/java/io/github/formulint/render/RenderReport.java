package io.github.formulint.render;

import io.github.formulint.source.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that an engine renders but has doubts about, such as a report of KaTeX's {@code strict}
 * setting. Immutable.
 *
 * @param code the engine's name of it, such as {@code unicodeTextInMathMode}
 * @param message the engine's words
 * @param place where in the TeX, in UTF-16 offsets, if the engine says
 */
public record RenderReport(String code, String message, Optional<Span> place) {

  /** Checks that nothing is missing. */
  public RenderReport {
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(place);
  }
}
