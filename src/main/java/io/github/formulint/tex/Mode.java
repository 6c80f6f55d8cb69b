package io.github.formulint.tex;

/** How a piece of TeX is read. */
public enum Mode {
  /** As mathematics. */
  MATH,
  /** As text, such as the argument of {@code \text}. */
  TEXT,
  /**
   * As characters without meaning: comments, addresses, colours, sizes, the names of environments,
   * labels, and the bodies of definitions.
   */
  RAW
}
