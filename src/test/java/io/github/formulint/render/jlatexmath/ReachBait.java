package io.github.formulint.render.jlatexmath;

/** A class that formulas name and nothing loads. */
final class ReachBait {

  private ReachBait() {}
}
