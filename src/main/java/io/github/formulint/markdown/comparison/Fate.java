package io.github.formulint.markdown.comparison;

import java.util.Locale;

/** What becomes of a formula on a platform, the worst first. */
public enum Fate {
  /** The platform does not read it as a formula, or only a part of it, or more than it. */
  LOST,
  /** The platform reads a formula there, but with other TeX, or inline instead of display. */
  ALTERED,
  /** The platform reads it as it was meant. */
  READ;

  /** Returns the name in reports, such as {@code lost}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
