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
  DIFF,
  /** No fix is applied: what is found gets remarks that suppress it; what remains is reported. */
  SUPPRESS;

  /** Returns whether documents are written. */
  public boolean isWriting() {
    return this == APPLY || this == APPLY_ONLY || this == SUPPRESS;
  }

  /** Returns whether findings are reported. */
  public boolean isReporting() {
    return this == SHOW || this == APPLY || this == SUPPRESS;
  }
}
