package io.github.formulint.diagnostic;

import java.util.Locale;

/** Who may apply a fix. */
public enum Applicability {
  /** The reader sees what the author meant: applied by {@code --fix}. */
  SAFE,
  /** The meaning may change: shown, and applied only by {@code --unsafe-fixes}. */
  UNSAFE,
  /** A suggestion that the author has to finish by hand: shown, never applied. */
  DISPLAY_ONLY;

  /** Returns the name in reports, such as {@code display-only}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
