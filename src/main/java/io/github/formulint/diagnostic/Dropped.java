package io.github.formulint.diagnostic;

import java.util.Objects;

/**
 * A finding that is true and not wanted. Immutable.
 *
 * @param finding the finding
 * @param cause what kind of choice it is not wanted by
 * @param reason why, in words that end a sentence, such as {@code "rule off in .formulint.yml:3"}
 */
public record Dropped(Diagnostic finding, Cause cause, String reason) {

  /** Checks that nothing is missing, and keeps the reason in one line. */
  public Dropped {
    Objects.requireNonNull(finding);
    Objects.requireNonNull(cause);
    reason = OneLine.of(reason);
  }

  /** The kinds of choices. */
  public enum Cause {
    /** Its rule is off. */
    RULE,
    /** A remark in the document says so. */
    REMARK,
    /** It was there before, and the baseline lists it. */
    BASELINE,
    /** It does not stand on a changed line. */
    UNCHANGED
  }
}
