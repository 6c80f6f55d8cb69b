package io.github.formulint.config;

/** What a run does with the fixes that it finds. */
public enum FixMode {
  /** They are shown. */
  SHOW,
  /** They are applied, and what remains is reported. */
  APPLY,
  /** They are applied, and nothing is reported. */
  APPLY_ONLY,
  /** What they would change is shown as a unified diff; nothing is written. */
  DIFF;

  /** Returns whether documents are written. */
  public boolean isWriting() {
    return this == APPLY || this == APPLY_ONLY;
  }

  /** Returns whether findings are reported. */
  public boolean isReporting() {
    return this == SHOW || this == APPLY;
  }
}
