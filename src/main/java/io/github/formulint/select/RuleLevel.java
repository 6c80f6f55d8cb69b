package io.github.formulint.select;

import io.github.formulint.diagnostic.Severity;
import java.util.Optional;

/** How much the findings of a rule are to matter. */
public enum RuleLevel {
  /** They are not wanted. */
  OFF,
  /** They are warnings. */
  WARNING,
  /** They are errors. */
  ERROR,
  /** They matter as the rule says. */
  ON;

  /**
   * Returns how much a finding is to matter.
   *
   * @param own how much the rule says that it matters
   * @return empty if it is not wanted
   */
  Optional<Severity> severity(Severity own) {
    return switch (this) {
      case OFF -> Optional.empty();
      case WARNING -> Optional.of(Severity.WARNING);
      case ERROR -> Optional.of(Severity.ERROR);
      case ON -> Optional.of(own);
    };
  }
}
