package io.github.formulint.tex;

/** How a formula is set: in the line or on lines of its own. */
public enum MathStyle {
  /** In the line of text. */
  INLINE,
  /** On lines of its own. */
  DISPLAY
}
