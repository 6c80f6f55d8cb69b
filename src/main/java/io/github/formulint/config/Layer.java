package io.github.formulint.config;

import java.util.Objects;

/**
 * What one place says of a file. Immutable.
 *
 * @param origin the place, such as {@code .formulint.yml} or {@code .formulint.yml:12}
 * @param settings what it says
 */
public record Layer(String origin, Settings settings) {

  /** Checks that nothing is missing. */
  public Layer {
    Objects.requireNonNull(origin);
    Objects.requireNonNull(settings);
  }
}
