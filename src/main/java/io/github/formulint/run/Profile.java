package io.github.formulint.run;

import io.github.formulint.config.EngineChoice;
import io.github.formulint.markdown.Platform;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How the documents of some paths are read and judged. Immutable.
 *
 * @param platforms the platforms that publish them
 * @param engines which engines judge their formulas
 * @param macros what the pages define before their formulas
 */
public record Profile(List<Platform> platforms, EngineChoice engines, Map<String, String> macros) {

  /** Copies the list and the map. */
  public Profile {
    platforms = List.copyOf(platforms);
    Objects.requireNonNull(engines);
    macros = Collections.unmodifiableMap(new TreeMap<>(macros));
  }
}
