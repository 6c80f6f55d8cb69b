package io.github.formulint.render;

import java.util.Collection;
import java.util.Locale;

/**
 * The engines that can judge a formula, each as it is set up: the same MathJax, set up otherwise,
 * says otherwise, so each set-up has a name of its own.
 */
public enum EngineId {
  /** KaTeX, the engine of many web pages, without extensions. */
  KATEX("KaTeX", "KaTeX"),
  /** KaTeX whose macros hold for the formulas behind them, too. */
  KATEX_SHARED("KaTeX", "KaTeX (shared macros)"),
  /** MathJax as GitHub sets it up, with what GitHub looks at before it asks MathJax. */
  MATHJAX_GITHUB("MathJax", "MathJax (GitHub)"),
  /** MathJax with all of its packages: {@code tex-chtml-full}. */
  MATHJAX_FULL("MathJax", "MathJax (full)"),
  /** MathJax with what its usual pages have: {@code tex-mml-chtml} and {@code tex-chtml}. */
  MATHJAX_STANDARD("MathJax", "MathJax (standard)"),
  /** JLaTeXMath, the engine of Java programs. */
  JLATEXMATH("JLaTeXMath", "JLaTeXMath");

  private final String engineName;
  private final String displayName;

  EngineId(String engineName, String displayName) {
    this.engineName = engineName;
    this.displayName = displayName;
  }

  /** Returns the name of the engine, however it is set up, as its makers write it. */
  public String engineName() {
    return engineName;
  }

  /** Returns the name in messages, with the set-up where there is more than one. */
  public String displayName() {
    return displayName;
  }

  /**
   * Returns the name of an engine beside others: that of the engine alone, such as {@code mathjax},
   * unless it is among them as more than one page sets it up.
   *
   * @param engine the engine
   * @param all all that are asked
   */
  public static String label(EngineId engine, Collection<EngineId> all) {
    for (EngineId each : all) {
      if (each != engine && each.engineName.equals(engine.engineName)) {
        return engine.label();
      }
    }
    return engine.engineName.toLowerCase(Locale.ROOT);
  }

  /** Returns the name with its set-up, such as {@code katex} or {@code mathjax-github}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
