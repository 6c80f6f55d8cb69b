package io.github.formulint.rule;

import java.util.Locale;

/** What a rule looks at. */
public enum RuleFamily {
  /** Whether a formula is read as one. */
  DELIMITER,
  /** Whether a formula renders. */
  RENDERING,
  /** Chinese, Japanese and Korean text and full-width forms in formulas. */
  CJK,
  /** Remarks in the document that say which findings are not wanted. */
  SUPPRESSION;

  /** Returns the name in reports, such as {@code delimiter}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
