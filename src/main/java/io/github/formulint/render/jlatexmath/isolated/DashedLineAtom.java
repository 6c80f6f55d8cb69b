package io.github.formulint.render.jlatexmath.isolated;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.HlineAtom;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXEnvironment;
import org.scilab.forge.jlatexmath.TeXFont;

/** A dashed line between two rows. */
final class DashedLineAtom extends HlineAtom {

  /** How long a dash is, and the gap behind it, in em. */
  private static final float DASH = 0.2f;

  private float width;
  private float shift;

  @Override
  public void setWidth(float width) {
    this.width = width;
  }

  @Override
  public void setShift(float shift) {
    this.shift = shift;
  }

  @Override
  public Box createBox(TeXEnvironment environment) {
    float thickness = environment.getTeXFont().getDefaultRuleThickness(environment.getStyle());
    return new DashedBox(width, thickness, shift, ArrowBox.em(environment, DASH));
  }

  private static final class DashedBox extends Box {

    private final float drop;
    private final float dash;

    private DashedBox(float width, float thickness, float drop, float dash) {
      this.width = width;
      this.height = thickness;
      this.drop = drop;
      this.dash = dash;
      this.type = TeXConstants.TYPE_HLINE;
    }

    @Override
    public void draw(Graphics2D graphics, float x, float y) {
      Stroke before = graphics.getStroke();
      graphics.setStroke(
          new BasicStroke(
              height, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {dash}, 0));
      float middle = y - height / 2 + drop;
      graphics.draw(new Line2D.Float(x, middle, x + width, middle));
      graphics.setStroke(before);
    }

    @Override
    public int getLastFontId() {
      return TeXFont.NO_FONT;
    }
  }
}
