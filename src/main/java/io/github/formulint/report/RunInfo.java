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
 * @param hasBaseline whether findings that were there before are known
 * @param showsDropped whether findings that are not wanted are reported as such
 */
public record RunInfo(
    String version, Map<EngineId, String> engines, boolean hasBaseline, boolean showsDropped) {

  /**
   * Makes what is known of a run that reports what is wanted, and knows of nothing before.
   *
   * @param version the version of formulint
   * @param engines the version of each engine asked, in the order of {@link EngineId}
   */
  public RunInfo(String version, Map<EngineId, String> engines) {
    this(version, engines, false, false);
  }

  /** Copies the map. */
  public RunInfo {
    Objects.requireNonNull(version);
    Map<EngineId, String> copy = new EnumMap<>(EngineId.class);
    copy.putAll(engines);
    engines = Collections.unmodifiableMap(copy);
  }
}
