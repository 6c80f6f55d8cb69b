package io.github.formulint.tex;

import java.util.List;
import java.util.Objects;

/**
 * All that an engine is told of a formula; two formulas with the same value get the same verdict
 * from an engine that is set up the same way. Immutable.
 *
 * @param tex the TeX between the delimiters; lines end with {@code \n}
 * @param style inline or display
 * @param definitions TeX that stood before the formula and defines what it uses, in order; each is
 *     read by itself; mostly none
 */
public record MathSource(String tex, MathStyle style, List<String> definitions) {

  /** Checks that nothing is missing, and copies the list. */
  public MathSource {
    Objects.requireNonNull(tex);
    Objects.requireNonNull(style);
    definitions = List.copyOf(definitions);
  }

  /**
   * Makes a formula before which nothing is defined.
   *
   * @param tex the TeX between the delimiters; lines end with {@code \n}
   * @param style inline or display
   */
  public MathSource(String tex, MathStyle style) {
    this(tex, style, List.of());
  }

  /** Returns the formula as it is where no definitions hold but its own. */
  public MathSource alone() {
    return definitions.isEmpty() ? this : new MathSource(tex, style);
  }

  /** Written out, as is {@link #hashCode}: what Java makes itself takes long the first time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof MathSource that
        && style == that.style
        && tex.equals(that.tex)
        && definitions.equals(that.definitions);
  }

  @Override
  public int hashCode() {
    return 31 * tex.hashCode() + style.ordinal();
  }
}
