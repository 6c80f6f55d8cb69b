package org.scilab.forge.jlatexmath;

/** The space between the parts of a formula. */
public class GlueSettingsParser {

  private final Glue[] types;
  private final int[][][] glue;

  /** Reads the table. */
  public GlueSettingsParser() {
    Table table = Table.open("glue.table");
    types = new Glue[table.nextInt()];
    for (int i = 0; i < types.length; i++) {
      types[i] =
          new Glue(table.nextFloat(), table.nextFloat(), table.nextFloat(), table.nextText());
    }
    glue = new int[table.nextInt()][table.nextInt()][table.nextInt()];
    for (int[][] rows : glue) {
      for (int[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          row[i] = table.nextByte();
        }
      }
    }
  }

  /** Returns the kinds of space. */
  public Glue[] getGlueTypes() {
    return types;
  }

  /** Returns the kind of space by the left type, the right type and half the style. */
  public int[][][] createGlueTable() {
    return glue;
  }
}
