package io.github.formulint.report;

import io.github.formulint.render.EngineId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is known before the first document is checked. Immutable.
 *
 * @param version the version of formulint
 * @param engines the version of each engine asked, in the order of {@link EngineId}
 */
public record RunInfo(String version, Map<EngineId, String> engines) {

  /** Copies the map. */
  public RunInfo {
    Objects.requireNonNull(version);
    Map<EngineId, String> copy = new EnumMap<>(EngineId.class);
    copy.putAll(engines);
    engines = Collections.unmodifiableMap(copy);
  }
}
