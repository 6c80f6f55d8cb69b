package io.github.formulint.diagnostic;

import java.util.Locale;

/** How much a finding matters, the gravest first. */
public enum Severity {
  /** Readers will not see what the author meant. */
  ERROR,
  /** Some readers will not. */
  WARNING;

  /** Returns the name in reports, such as {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
