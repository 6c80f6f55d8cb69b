package io.github.formulint.render;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What all selected engines say of one formula. Immutable.
 *
 * @param outcomes the outcome of each engine asked, at least one, in the order of {@link EngineId}
 */
public record Verdict(Map<EngineId, RenderOutcome> outcomes) {

  /** Copies the map. */
  public Verdict {
    outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
  }

  /**
   * Returns the outcome of an engine, if it was asked.
   *
   * @param engine the engine
   */
  public Optional<RenderOutcome> of(EngineId engine) {
    return Optional.ofNullable(outcomes.get(engine));
  }

  /**
   * Returns whether a reader would see the formula: every engine that can run renders it, and at
   * least one can.
   */
  public boolean isRendered() {
    boolean rendered = false;
    for (RenderOutcome outcome : outcomes.values()) {
      if (outcome.isRendered()) {
        rendered = true;
      } else if (!(outcome instanceof RenderOutcome.Unavailable)) {
        return false;
      }
    }
    return rendered;
  }
}
