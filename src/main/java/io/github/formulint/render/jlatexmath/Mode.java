package io.github.formulint.render.jlatexmath;

/** Whether a place in a formula is mathematics or text. */
enum Mode {
  MATH,
  TEXT
}
