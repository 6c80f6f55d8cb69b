package io.github.formulint.config;

import io.github.formulint.render.EngineId;

/** How MathJax is set up where no platform says it. */
public enum MathJaxChoice {
  /** As on GitHub. */
  GITHUB(EngineId.MATHJAX_GITHUB),
  /** With all of its packages. */
  FULL(EngineId.MATHJAX_FULL),
  /** As on its usual pages. */
  STANDARD(EngineId.MATHJAX_STANDARD);

  private final EngineId engine;

  MathJaxChoice(EngineId engine) {
    this.engine = engine;
  }

  /** Returns the engine so set up. */
  public EngineId engine() {
    return engine;
  }
}
