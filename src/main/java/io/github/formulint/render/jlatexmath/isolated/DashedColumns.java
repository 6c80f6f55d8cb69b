package io.github.formulint.render.jlatexmath.isolated;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.lang.reflect.Field;
import java.util.Map;
import org.scilab.forge.jlatexmath.ArrayOfAtoms;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.HorizontalBox;
import org.scilab.forge.jlatexmath.MatrixAtom;
import org.scilab.forge.jlatexmath.StrutBox;
import org.scilab.forge.jlatexmath.TeXEnvironment;
import org.scilab.forge.jlatexmath.TeXFont;
import org.scilab.forge.jlatexmath.VlineAtom;

/** An array with dashed lines between its columns, which JLaTeXMath takes for columns. */
final class DashedColumns {

  /** How long a dash is, and the gap behind it, in em. */
  private static final float DASH = 0.2f;

  private DashedColumns() {}

  /**
   * Returns the array.
   *
   * @param cells its cells
   * @param columns a letter for each column, {@code |} for a line and {@code :} for a dashed one
   */
  static MatrixAtom array(ArrayOfAtoms cells, String columns) {
    MatrixAtom array = new MatrixAtom(false, cells, columns.replace(':', '|'), true);
    Map<Integer, VlineAtom> lines = lines(array);
    int column = 0;
    for (int i = 0; i < columns.length(); i++) {
      int end = i;
      while (end < columns.length() && columns.charAt(end) == ':') {
        end++;
      }
      boolean isPure = (i == 0 || columns.charAt(i - 1) != '|') && !columns.startsWith("|", end);
      if (end > i) {
        if (isPure) {
          lines.replace(column, new DashedLines(end - i));
        }
        i = end - 1;
      } else if (columns.charAt(i) != '|' && columns.charAt(i) != ' ') {
        column++;
      }
    }
    return array;
  }

  @SuppressWarnings("unchecked")
  private static Map<Integer, VlineAtom> lines(MatrixAtom array) {
    try {
      Field lines = MatrixAtom.class.getDeclaredField("vlines");
      lines.setAccessible(true);
      return (Map<Integer, VlineAtom>) lines.get(array);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("JLaTeXMath 1.0.7 has it", e);
    }
  }

  /** Dashed lines side by side, as far apart as JLaTeXMath's own. */
  private static final class DashedLines extends VlineAtom {

    private final int count;
    private float height;
    private float shift;

    private DashedLines(int count) {
      super(count);
      this.count = count;
    }

    @Override
    public void setHeight(float height) {
      super.setHeight(height);
      this.height = height;
    }

    @Override
    public void setShift(float shift) {
      super.setShift(shift);
      this.shift = shift;
    }

    @Override
    public Box createBox(TeXEnvironment environment) {
      float thickness = environment.getTeXFont().getDefaultRuleThickness(environment.getStyle());
      HorizontalBox all = new HorizontalBox();
      for (int i = 0; i < count; i++) {
        if (i > 0) {
          all.add(new StrutBox(2 * thickness, 0, 0, 0));
        }
        all.add(new DashedBox(thickness, height, shift, ArrowBox.em(environment, DASH)));
      }
      return all;
    }
  }

  private static final class DashedBox extends Box {

    private final float dash;

    private DashedBox(float width, float height, float shift, float dash) {
      this.width = width;
      this.height = height;
      this.shift = shift;
      this.dash = dash;
    }

    @Override
    public void draw(Graphics2D graphics, float x, float y) {
      Stroke before = graphics.getStroke();
      graphics.setStroke(
          new BasicStroke(
              width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {dash}, 0));
      float middle = x + width / 2;
      graphics.draw(new Line2D.Float(middle, y - height, middle, y));
      graphics.setStroke(before);
    }

    @Override
    public int getLastFontId() {
      return TeXFont.NO_FONT;
    }
  }
}
