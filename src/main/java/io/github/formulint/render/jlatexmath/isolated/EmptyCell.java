package io.github.formulint.render.jlatexmath.isolated;

import java.lang.reflect.Field;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.MatrixAtom;

/**
 * The one box that stands for every empty cell of JLaTeXMath. A row that ends early marks the box
 * before its end, and where that is this one, all later tables get other widths.
 */
final class EmptyCell {

  private final Object box;
  private final Field type;
  private final int usualType;

  /** Takes the box as it is now for what every formula is to find. */
  EmptyCell() {
    try {
      Field cell = MatrixAtom.class.getDeclaredField("nullBox");
      cell.setAccessible(true);
      box = cell.get(null);
      type = Box.class.getDeclaredField("type");
      type.setAccessible(true);
      usualType = type.getInt(box);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("another JLaTeXMath", e);
    }
  }

  void restore() {
    try {
      type.setInt(box, usualType);
    } catch (IllegalAccessException e) {
      throw new LinkageError("another JLaTeXMath", e);
    }
  }
}
