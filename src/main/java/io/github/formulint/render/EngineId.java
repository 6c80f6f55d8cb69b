package io.github.formulint.render;

import java.util.Locale;

/**
 * The engines that can judge a formula, each as it is set up: the same MathJax, set up otherwise,
 * says otherwise, so each set-up has a name of its own.
 */
public enum EngineId {
  /** KaTeX, the engine of many web pages, without extensions. */
  KATEX("KaTeX", "KaTeX"),
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

  /** Returns the name in options and reports, such as {@code katex} or {@code mathjax-github}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
