package io.github.formulint.render.jlatexmath.translation;

/** Whether a place in a formula is mathematics or text. */
enum Mode {
  MATH,
  /** Text in a command of JLaTeXMath, which takes formulas in it, too. */
  TEXT,
  /** Text in a command that JLaTeXMath lacks: it takes what KaTeX takes. */
  PURE_TEXT;

  boolean isText() {
    return this != MATH;
  }
}
