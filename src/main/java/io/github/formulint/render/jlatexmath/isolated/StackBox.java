package io.github.formulint.render.jlatexmath.isolated;

import java.awt.Graphics2D;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXFont;

/** Boxes below each other, each in the middle. */
final class StackBox extends Box {

  private final Box[] boxes;

  /**
   * Stacks boxes.
   *
   * @param depth how far the last reaches below the line
   * @param boxes the boxes, from above to below
   */
  StackBox(float depth, Box... boxes) {
    this.boxes = boxes;
    float all = 0;
    for (Box box : boxes) {
      width = Math.max(width, box.getWidth());
      all += box.getHeight() + box.getDepth();
    }
    this.depth = depth;
    height = all - depth;
  }

  @Override
  public void draw(Graphics2D graphics, float x, float y) {
    float top = y - height;
    for (Box box : boxes) {
      box.draw(graphics, x + (width - box.getWidth()) / 2, top + box.getHeight());
      top += box.getHeight() + box.getDepth();
    }
  }

  @Override
  public int getLastFontId() {
    return TeXFont.NO_FONT;
  }
}
