package io.github.formulint.select;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one place says of rules. Immutable.
 *
 * @param origin the place, such as {@code .formulint.yml:3} or {@code --ignore}
 * @param levels the level of each name of a rule or family, in the order in which they stand there
 */
public record RuleLayer(String origin, Map<String, RuleLevel> levels) {

  /** Copies the map. */
  public RuleLayer {
    Objects.requireNonNull(origin);
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
  }
}
