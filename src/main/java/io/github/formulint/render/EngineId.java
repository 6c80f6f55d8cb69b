package io.github.formulint.render;

import java.util.Locale;

/** The engines that can judge a formula. */
public enum EngineId {
  /** KaTeX, the engine of most web pages. */
  KATEX("KaTeX"),
  /** JLaTeXMath, the engine of Java programs. */
  JLATEXMATH("JLaTeXMath");

  private final String displayName;

  EngineId(String displayName) {
    this.displayName = displayName;
  }

  /** Returns the name as its makers write it. */
  public String displayName() {
    return displayName;
  }

  /** Returns the name in options and reports, such as {@code katex}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
