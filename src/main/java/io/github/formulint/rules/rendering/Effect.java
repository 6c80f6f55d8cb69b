package io.github.formulint.rules.rendering;

import io.github.formulint.render.EngineId;

/** What readers see of a formula that an engine refuses. */
final class Effect {

  private Effect() {}

  /** Returns the effect as the second half of a sentence; KaTeX shows the source in red. */
  static String of(EngineId engine) {
    return switch (engine) {
      case KATEX -> "readers see red source text instead of the formula";
      case MATHJAX_GITHUB, MATHJAX_FULL, MATHJAX_STANDARD ->
          "readers see a message instead of the formula";
      case JLATEXMATH -> "readers see no formula";
    };
  }
}
