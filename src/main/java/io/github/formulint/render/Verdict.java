package io.github.formulint.render;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What all selected engines say of one formula. Immutable. */
public final class Verdict {

  private final Map<EngineId, RenderOutcome> outcomes;

  /** Asked of each formula by each rule. */
  private final boolean isRendered;

  /**
   * Makes a verdict.
   *
   * @param outcomes the outcome of each engine asked, at least one, in the order of {@link
   *     EngineId}
   */
  public Verdict(Map<EngineId, RenderOutcome> outcomes) {
    this.outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    this.isRendered = isRendered(outcomes);
  }

  private static boolean isRendered(Map<EngineId, RenderOutcome> outcomes) {
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

  /** Returns the outcome of each engine asked, in the order of {@link EngineId}. */
  public Map<EngineId, RenderOutcome> outcomes() {
    return outcomes;
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
   * Returns the name of an engine in reports: that of the engine alone, such as {@code mathjax},
   * unless it was asked as more than one page sets it up.
   *
   * @param engine an engine that was asked
   */
  public String label(EngineId engine) {
    return EngineId.label(engine, outcomes.keySet());
  }

  /**
   * Returns whether a reader would see the formula: every engine that can run renders it, and at
   * least one can.
   */
  public boolean isRendered() {
    return isRendered;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Verdict that && outcomes.equals(that.outcomes);
  }

  @Override
  public int hashCode() {
    return outcomes.hashCode();
  }

  @Override
  public String toString() {
    return outcomes.toString();
  }
}
