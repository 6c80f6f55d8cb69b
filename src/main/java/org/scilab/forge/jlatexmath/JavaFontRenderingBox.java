package org.scilab.forge.jlatexmath;

import java.awt.Font;
import java.awt.Graphics2D;

/**
 * Letters that JLaTeXMath's own fonts lack, about as large as the fonts of most machines make them.
 */
public class JavaFontRenderingBox extends Box {

  private static final float HEIGHT = 0.8f;
  private static final float DEPTH = 0.2f;

  /**
   * Measures text.
   *
   * @param text the text
   * @param type the style of the font
   * @param size the size of the font, in JLaTeXMath's units
   * @param font the font
   * @param isKerned whether letters are kerned
   */
  public JavaFontRenderingBox(String text, int type, float size, Font font, boolean isKerned) {
    this(text, type, size);
  }

  /**
   * Measures text.
   *
   * @param text the text
   * @param type the style of the font
   * @param size the size of the font, in JLaTeXMath's units
   */
  public JavaFontRenderingBox(String text, int type, float size) {
    float ems = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      ems += ems(text.codePointAt(i));
    }
    width = ems * size;
    height = HEIGHT * size;
    depth = DEPTH * size;
  }

  private static float ems(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> Character.isIdeographic(codePoint) || isWide(codePoint) ? 1 : 0.5f;
    };
  }

  /** From Hangul and the signs of Chinese and Japanese on, letters fill a square. */
  private static boolean isWide(int codePoint) {
    return codePoint >= 0x1100 && codePoint <= 0x11FF
        || codePoint >= 0x2E80 && codePoint <= 0xD7FF
        || codePoint >= 0xF900 && codePoint <= 0xFAFF
        || codePoint >= 0xFE30 && codePoint <= 0xFF60
        || codePoint >= 0x1F300;
  }

  /**
   * Does nothing, since no font is used.
   *
   * @param name the name of a font
   */
  public static void setFont(String name) {}

  @Override
  public void draw(Graphics2D graphics, float x, float y) {
    throw new UnsupportedOperationException("formulas are laid out, never painted");
  }

  @Override
  public int getLastFontId() {
    return 0;
  }
}
