package io.github.formulint.render.mathjax;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.certifier.Certifier;
import java.util.Locale;

/** How MathJax is set up; {@code judge.js} has the packages of each. */
public enum MathJaxSetup {
  /**
   * As on GitHub: MathJax 3.2.0 with all packages but {@code noerrors bbox html newcommand action
   * colortbl} and without {@code require}, and what GitHub's own client refuses before (read in
   * copies of it of 2022 to 2026). MathJax 3.2.2 stands in for 3.2.0, with the one thing undone in
   * which they disagreed on 88,997 formulas: it stumbles over characters such as the euro sign.
   */
  GITHUB(EngineId.MATHJAX_GITHUB),
  /**
   * All packages and {@code require}: {@code tex-chtml-full}, as in JupyterLab 4.6, Obsidian 1.13
   * and on the pages that pandoc 3 writes.
   */
  FULL(EngineId.MATHJAX_FULL),
  /**
   * {@code base ams newcommand noundefined require autoload configmacros}: {@code tex-mml-chtml}
   * and {@code tex-chtml}, as on the pages of Material for MkDocs, MyST and Jekyll.
   */
  STANDARD(EngineId.MATHJAX_STANDARD);

  private final EngineId engine;

  MathJaxSetup(EngineId engine) {
    this.engine = engine;
  }

  /** Returns the name of MathJax so set up. */
  public EngineId engine() {
    return engine;
  }

  /** Returns the name in options and in {@code judge.js}, such as {@code github}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what proves of formulas that MathJax so set up renders them. */
  Certifier certifier() {
    return switch (this) {
      case GITHUB -> OfGitHub.CERTIFIER;
      case FULL -> OfFull.CERTIFIER;
      case STANDARD -> OfStandard.CERTIFIER;
    };
  }

  // Each table is read when it is first asked for.

  private static final class OfGitHub {
    private static final Certifier CERTIFIER = Certifier.mathjax(GITHUB.label());
  }

  private static final class OfFull {
    private static final Certifier CERTIFIER = Certifier.mathjax(FULL.label());
  }

  private static final class OfStandard {
    private static final Certifier CERTIFIER = Certifier.mathjax(STANDARD.label());
  }
}
