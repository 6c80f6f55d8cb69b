package io.github.formulint.render.jlatexmath.isolated;

import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.StrutBox;
import org.scilab.forge.jlatexmath.TeXEnvironment;

/** Something with a shape over or under it that is as long as it is. */
final class StretchAtom extends Atom {

  /** What is free between the two, in em. */
  private static final float GAP = 0.08f;

  private final ArrowShape shape;
  private final Atom base;
  private final boolean isOver;

  StretchAtom(ArrowShape shape, Atom base, boolean isOver) {
    this.shape = shape;
    this.base = base;
    this.isOver = isOver;
  }

  @Override
  public Box createBox(TeXEnvironment environment) {
    Box inner = base == null ? new StrutBox(0, 0, 0, 0) : base.createBox(environment);
    Box arrow = new ArrowBox(shape, inner.getWidth(), environment);
    StrutBox gap = new StrutBox(0, ArrowBox.em(environment, GAP), 0, 0);
    return isOver
        ? new StackBox(inner.getDepth(), arrow, gap, inner)
        : new StackBox(
            inner.getDepth() + gap.getHeight() + arrow.getHeight() + arrow.getDepth(),
            inner,
            gap,
            arrow);
  }
}
