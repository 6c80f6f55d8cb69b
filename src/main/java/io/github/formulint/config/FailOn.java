package io.github.formulint.config;

/** From which severity on findings make a run fail. */
public enum FailOn {
  /** Errors make it fail. */
  ERROR,
  /** Errors and warnings make it fail. */
  WARNING,
  /** Findings never make it fail. */
  NEVER;

  /**
   * Returns whether a run fails.
   *
   * @param errors number of errors found, 0 or more
   * @param warnings number of warnings found, 0 or more
   */
  public boolean isReached(int errors, int warnings) {
    return count(errors, warnings) > 0;
  }

  /**
   * Returns how many of the findings make a run fail.
   *
   * @param errors number of errors found, 0 or more
   * @param warnings number of warnings found, 0 or more
   */
  public int count(int errors, int warnings) {
    return switch (this) {
      case ERROR -> errors;
      case WARNING -> errors + warnings;
      case NEVER -> 0;
    };
  }
}
