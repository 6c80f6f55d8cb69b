package io.github.formulint.render.jlatexmath.isolated;

import java.awt.Graphics2D;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.SpaceAtom;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXEnvironment;
import org.scilab.forge.jlatexmath.TeXFont;

/** A shape that is as long as it needs to be, around the axis of the formula. */
final class ArrowBox extends Box {

  private final ArrowShape shape;
  private final float em;
  private final float axis;
  private final float thickness;

  ArrowBox(ArrowShape shape, float wanted, TeXEnvironment environment) {
    this.shape = shape;
    em = em(environment, 1);
    axis = environment.getTeXFont().getAxisHeight(environment.getStyle());
    thickness = environment.getTeXFont().getDefaultRuleThickness(environment.getStyle());
    width = Math.max(wanted, shape.leastWidth() * em);
    height = axis + shape.height() * em / 2;
    depth = Math.max(0, shape.height() * em / 2 - axis);
  }

  /** Returns how much so many em are. */
  static float em(TeXEnvironment environment, float number) {
    return new SpaceAtom(TeXConstants.UNIT_EM, number, 0, 0).createBox(environment).getWidth();
  }

  @Override
  public void draw(Graphics2D graphics, float x, float y) {
    shape.draw(graphics, x, x + width, y - axis, em, thickness);
  }

  @Override
  public int getLastFontId() {
    return TeXFont.NO_FONT;
  }
}
