package io.github.formulint.markdown.platform;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.Profile;
import io.github.formulint.render.Profile.Definitions;
import io.github.formulint.render.Profile.Failure;

/** How platforms set up their engines. */
final class Profiles {

  static final Profile KATEX = new Profile(EngineId.KATEX, Failure.RED_SOURCE, Definitions.NONE);

  /** The preview sets {@code globalGroup} (extensions/markdown-math of Visual Studio Code). */
  static final Profile KATEX_WITH_DEFINITIONS =
      new Profile(EngineId.KATEX_SHARED, Failure.RED_SOURCE, Definitions.FORMULAS);

  /** All formulas of a call of {@code renderMathInElement} share {@code macros}. */
  static final Profile KATEX_WITH_GLOBALS =
      new Profile(EngineId.KATEX_SHARED, Failure.RED_SOURCE, Definitions.GLOBAL);

  /** {@code tex-mml-chtml} or {@code tex-chtml}: what most pages load. */
  static final Profile MATHJAX =
      new Profile(EngineId.MATHJAX_STANDARD, Failure.MESSAGE, Definitions.FORMULAS);

  /** {@code tex-chtml-full}. */
  static final Profile MATHJAX_FULL =
      new Profile(EngineId.MATHJAX_FULL, Failure.MESSAGE, Definitions.FORMULAS);

  /** Each formula is rendered by itself, on a server, with all packages. */
  static final Profile MATHJAX_ALONE =
      new Profile(EngineId.MATHJAX_FULL, Failure.MESSAGE, Definitions.NONE);

  /**
   * Its pages load {@code tex-chtml-full}; the extension latex_macros expands those of the text.
   */
  static final Profile PANDOC =
      new Profile(EngineId.MATHJAX_FULL, Failure.MESSAGE, Definitions.FORMULAS_AND_TEXT);

  /** With {@code noerrors}, from packages/mathjax-extension of JupyterLab 4.6. */
  static final Profile JUPYTER =
      new Profile(EngineId.MATHJAX_FULL, Failure.SOURCE, Definitions.FORMULAS);

  static final Profile GITHUB =
      new Profile(EngineId.MATHJAX_GITHUB, Failure.MESSAGE, Definitions.NONE);

  private Profiles() {}
}
