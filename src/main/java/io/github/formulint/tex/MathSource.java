package io.github.formulint.tex;

import java.util.Objects;

/**
 * All that an engine is told of a formula; two formulas with the same value get the same verdict.
 * Immutable.
 *
 * @param tex the TeX between the delimiters; lines end with {@code \n}
 * @param style inline or display
 */
public record MathSource(String tex, MathStyle style) {

  /** Checks that nothing is missing. */
  public MathSource {
    Objects.requireNonNull(tex);
    Objects.requireNonNull(style);
  }

  /** Written out, as is {@link #hashCode}: what Java makes itself takes long the first time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof MathSource that && style == that.style && tex.equals(that.tex);
  }

  @Override
  public int hashCode() {
    return 31 * tex.hashCode() + style.ordinal();
  }
}
