package io.github.formulint.render.jlatexmath.isolated;

import java.util.LinkedList;
import java.util.List;
import org.scilab.forge.jlatexmath.ArrayOfAtoms;
import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.HlineAtom;
import org.scilab.forge.jlatexmath.RowAtom;
import org.scilab.forge.jlatexmath.SpaceAtom;
import org.scilab.forge.jlatexmath.TeXConstants;

/** Puts the numbers of rows into a column of their own, at the right of all others. */
final class Numbering {

  /** What is free before the longest number, in em: as much as TeX leaves at least. */
  private static final float GAP = 2;

  private Numbering() {}

  /**
   * Adds the numbers to the rows of an environment.
   *
   * @param rows the rows
   * @param numbers the number of each row, or null
   * @return in which column they stand, counted from 0; the number of columns if there are none
   */
  static int add(ArrayOfAtoms rows, List<Atom> numbers) {
    boolean isNumbered = numbers.stream().anyMatch(number -> number != null);
    if (!isNumbered) {
      return rows.col;
    }
    // Columns come in pairs, the first of each at the right.
    int column = rows.col + rows.col % 2;
    int next = 0;
    for (int i = 0; i < rows.row; i++) {
      LinkedList<Atom> row = rows.array.get(i);
      boolean isLine = !row.isEmpty() && row.get(0) instanceof HlineAtom;
      while (row.size() < column) {
        row.add(null);
      }
      Atom number = isLine || next >= numbers.size() ? null : numbers.get(next);
      row.add(number == null ? null : behindGap(number));
      next += isLine ? 0 : 1;
    }
    rows.col = column + 1;
    return column;
  }

  /** Returns a number with what is free before it. */
  static Atom behindGap(Atom number) {
    RowAtom row = new RowAtom(new SpaceAtom(TeXConstants.UNIT_EM, GAP, 0, 0));
    row.add(number);
    return row;
  }
}
