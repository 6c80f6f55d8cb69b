package io.github.formulint.render.jlatexmath.library;

import io.github.formulint.tex.MathStyle;
import java.util.Map;
import java.util.Set;

/**
 * JLaTeXMath behind its class loader. It is public, as is what it uses, for the sake of that class
 * loader only. It belongs to one thread.
 */
public interface Typesetter {

  /**
   * Returns the commands that JLaTeXMath knows, without the backslash, each with the number of its
   * arguments in braces.
   */
  Map<String, Integer> commands();

  /**
   * Returns the names, without the backslash, of those commands that do more than draw one thing.
   */
  Set<String> macros();

  /**
   * Reads a formula.
   *
   * @param tex JLaTeXMath's TeX
   * @throws RuntimeException if JLaTeXMath refuses it; the message is JLaTeXMath's
   */
  Parsed parse(String tex);

  /** Puts JLaTeXMath's static state back to what it was before the formula. */
  void restore();

  /** A formula that JLaTeXMath has read. */
  interface Parsed {

    /**
     * Lays the formula out, without painting it.
     *
     * @param style inline or display
     * @throws RuntimeException if JLaTeXMath cannot
     */
    Size layOut(MathStyle style);
  }

  /**
   * The size of a formula in pixels, at 20 pixels to the em or thereabouts.
   *
   * @param width the width
   * @param height the height above the baseline
   * @param depth the depth below the baseline
   */
  record Size(double width, double height, double depth) {}
}
