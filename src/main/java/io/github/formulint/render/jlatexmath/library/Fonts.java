package io.github.formulint.render.jlatexmath.library;

import io.github.formulint.tex.MathStyle;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Whether this machine has what Java needs for fonts. Where it does not, formulas are read but not
 * laid out, and that is said once. Thread-safe.
 */
public final class Fonts {

  private final Consumer<String> notices;
  private volatile boolean areUsable = true;

  /**
   * Takes the fonts for usable until a layout fails.
   *
   * @param notices is told once if they are not; must be thread-safe
   */
  public Fonts(Consumer<String> notices) {
    this.notices = Objects.requireNonNull(notices);
  }

  /** Returns whether formulas can be laid out, as far as is known. */
  public boolean areUsable() {
    return areUsable;
  }

  /**
   * Finds out, after a layout failed, whether the machine or the formula is to blame.
   *
   * @param typesetter a JLaTeXMath, which is asked for a plain formula
   * @return whether the fonts are usable
   */
  public boolean check(Typesetter typesetter) {
    try {
      typesetter.parse("x+\\text{\u4E2D}").layOut(MathStyle.INLINE);
      return true;
    } catch (RuntimeException | InternalError | LinkageError e) {
      giveUp();
      return false;
    }
  }

  private synchronized void giveUp() {
    if (areUsable) {
      areUsable = false;
      notices.accept(
          "Java finds no fonts on this machine (fontconfig, freetype and one font are needed):"
              + " JLaTeXMath reads the formulas but does not lay them out.");
    }
  }
}
