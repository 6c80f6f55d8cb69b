package io.github.formulint.render.jlatexmath.isolated;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXEnvironment;

/** A formula with lines over it, as the {@code cancel} package draws them. */
final class StrikeAtom extends Atom {

  /** Which lines. */
  enum Kind {
    RISING,
    FALLING,
    CROSS,
    LEVEL,
    /** As the {@code steinmetz} package draws phases: an angle below and before it. */
    ANGLE
  }

  /** What is free between an angle and what stands on it, in heights of the axis. */
  private static final float ANGLE_GAP = 0.6f;

  private final Kind kind;
  private final Atom base;

  StrikeAtom(Kind kind, Atom base) {
    this.kind = kind;
    this.base = base;
    this.type = base.type;
  }

  @Override
  public int getLeftType() {
    return base.getLeftType();
  }

  @Override
  public int getRightType() {
    return base.getRightType();
  }

  @Override
  public Box createBox(TeXEnvironment environment) {
    float thickness = environment.getTeXFont().getDefaultRuleThickness(environment.getStyle());
    float axis = environment.getTeXFont().getAxisHeight(environment.getStyle());
    return new StrikeBox(kind, base.createBox(environment), thickness, axis);
  }

  private static final class StrikeBox extends Box {

    private final Kind kind;
    private final Box struck;
    private final float thickness;
    private final float axis;

    /** How much room an angle takes before what it stands at. */
    private float slope;

    StrikeBox(Kind kind, Box struck, float thickness, float axis) {
      this.kind = kind;
      this.struck = struck;
      this.thickness = thickness;
      this.axis = axis;
      width = struck.getWidth();
      height = struck.getHeight();
      depth = struck.getDepth();
      shift = struck.getShift();
      if (kind == Kind.ANGLE) {
        depth += thickness + ANGLE_GAP * axis;
        slope = (height + depth) / 2;
        width += slope + thickness;
      }
    }

    @Override
    public void draw(Graphics2D graphics, float x, float y) {
      struck.draw(graphics, x + (width - struck.getWidth()), y);
      Stroke before = graphics.getStroke();
      graphics.setStroke(new BasicStroke(thickness));
      float top = y - height;
      float bottom = y + depth;
      float right = x + width;
      if (kind == Kind.RISING || kind == Kind.CROSS) {
        graphics.draw(new Line2D.Float(x, bottom, right, top));
      }
      if (kind == Kind.FALLING || kind == Kind.CROSS) {
        graphics.draw(new Line2D.Float(x, top, right, bottom));
      }
      if (kind == Kind.LEVEL) {
        graphics.draw(new Line2D.Float(x, y - axis, right, y - axis));
      }
      if (kind == Kind.ANGLE) {
        float line = bottom - thickness / 2;
        graphics.draw(new Line2D.Float(x, line, right, line));
        graphics.draw(new Line2D.Float(x, line, x + slope, top));
      }
      graphics.setStroke(before);
    }

    @Override
    public int getLastFontId() {
      return struck.getLastFontId();
    }
  }
}
