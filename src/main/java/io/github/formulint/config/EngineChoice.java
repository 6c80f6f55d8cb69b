package io.github.formulint.config;

import io.github.formulint.render.EngineId;
import java.util.List;

/** Which engines judge the formulas. */
public enum EngineChoice {
  /** KaTeX and JLaTeXMath. */
  BOTH(EngineId.KATEX, EngineId.JLATEXMATH),
  /** KaTeX alone. */
  KATEX(EngineId.KATEX),
  /** JLaTeXMath alone. */
  JLATEXMATH(EngineId.JLATEXMATH);

  private final List<EngineId> engines;

  EngineChoice(EngineId... engines) {
    this.engines = List.of(engines);
  }

  /** Returns the engines, in the order of {@link EngineId}; at least one. */
  public List<EngineId> engines() {
    return engines;
  }
}
