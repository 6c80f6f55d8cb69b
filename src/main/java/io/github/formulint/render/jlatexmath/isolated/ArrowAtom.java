package io.github.formulint.render.jlatexmath.isolated;

import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.StrutBox;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXEnvironment;

/** An arrow that is as long as what stands over and under it. */
final class ArrowAtom extends Atom {

  /** What is free at each side of what stands over and under it, in em of its size. */
  private static final float PADDING = 0.5f;

  /** What is free above and below the arrow, in em. */
  private static final float GAP = 0.1f;

  private final ArrowShape shape;
  private final Atom over;
  private final Atom under;

  ArrowAtom(ArrowShape shape, Atom over, Atom under) {
    this.shape = shape;
    this.over = over;
    this.under = under;
    this.type = TeXConstants.TYPE_RELATION;
  }

  @Override
  public Box createBox(TeXEnvironment environment) {
    Box above = label(over, environment.supStyle());
    Box below = label(under, environment.subStyle());
    float padding = 2 * ArrowBox.em(environment.supStyle(), PADDING);
    Box arrow =
        new ArrowBox(shape, Math.max(above.getWidth(), below.getWidth()) + padding, environment);
    float gap = ArrowBox.em(environment, GAP);
    Box upperGap = new StrutBox(0, above.getWidth() > 0 ? gap : 0, 0, 0);
    Box lowerGap = new StrutBox(0, below.getWidth() > 0 ? gap : 0, 0, 0);
    float depth = arrow.getDepth() + lowerGap.getHeight() + below.getHeight() + below.getDepth();
    return new StackBox(depth, above, upperGap, arrow, lowerGap, below);
  }

  private static Box label(Atom atom, TeXEnvironment environment) {
    return atom == null ? new StrutBox(0, 0, 0, 0) : atom.createBox(environment);
  }
}
