package io.github.formulint.run;

import io.github.formulint.config.EngineChoice;
import io.github.formulint.config.MathJaxChoice;
import io.github.formulint.markdown.Platform;
import io.github.formulint.render.EngineId;
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
 * @param mathJax how MathJax is set up where no platform says it
 * @param macros what the pages define before their formulas
 */
public record DocumentProfile(
    List<Platform> platforms,
    EngineChoice engines,
    MathJaxChoice mathJax,
    Map<String, String> macros) {

  /** Copies the list and the map. */
  public DocumentProfile {
    platforms = List.copyOf(platforms);
    Objects.requireNonNull(engines);
    Objects.requireNonNull(mathJax);
    macros = Collections.unmodifiableMap(new TreeMap<>(macros));
  }

  /** Returns the engines that are asked, in the order of {@link EngineId}; at least one. */
  public List<EngineId> askedEngines() {
    return engines.engines(mathJax, platforms);
  }
}
