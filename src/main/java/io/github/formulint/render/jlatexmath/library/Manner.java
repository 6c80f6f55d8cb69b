package io.github.formulint.render.jlatexmath.library;

/** How JLaTeXMath is asked about a formula. */
public enum Manner {
  /**
   * As the library stands: what a program shows that hands it the TeX of the document.
   *
   * <p>Commands that reach for files or exhaust the memory are switched off all the same.
   */
  PLAIN,
  /**
   * Through formulint's translation of KaTeX's TeX into its own: a second opinion on a formula,
   * whatever the library lacks.
   */
  TRANSLATED
}
