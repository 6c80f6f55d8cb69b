package org.scilab.forge.jlatexmath;

/** Letters that JLaTeXMath's own fonts lack. No font is asked for. */
public class JavaFontRenderingAtom extends Atom {

  private final String text;
  private final int type;

  /**
   * Makes an atom.
   *
   * @param text the text
   * @param type the style of the font
   */
  public JavaFontRenderingAtom(String text, int type) {
    this.text = text;
    this.type = type;
  }

  /**
   * Makes an atom.
   *
   * @param text the text
   * @param fonts the fonts
   */
  public JavaFontRenderingAtom(String text, TeXFormula.FontInfos fonts) {
    this(text, 0);
  }

  @Override
  public Box createBox(TeXEnvironment environment) {
    return new JavaFontRenderingBox(
        text, type, DefaultTeXFont.getSizeFactor(environment.getStyle()));
  }
}
