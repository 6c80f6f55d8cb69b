package org.scilab.forge.jlatexmath;

/** The space between the parts of a formula. */
public class GlueSettingsParser {

  private final Glue[] glueTypes;
  private final int[][][] glueTable;

  /** Reads the table. */
  public GlueSettingsParser() {
    record Settings(Glue[] types, int[][][] table) {}
    Settings settings =
        Table.read(
            "glue.table",
            in -> {
              Glue[] types = new Glue[in.readInt()];
              for (int i = 0; i < types.length; i++) {
                types[i] = new Glue(in.readFloat(), in.readFloat(), in.readFloat(), in.readUTF());
              }
              int[][][] table = new int[in.readInt()][in.readInt()][in.readInt()];
              for (int[][] rows : table) {
                for (int[] row : rows) {
                  for (int i = 0; i < row.length; i++) {
                    row[i] = in.readByte();
                  }
                }
              }
              return new Settings(types, table);
            });
    glueTypes = settings.types();
    glueTable = settings.table();
  }

  /** Returns the kinds of space. */
  public Glue[] getGlueTypes() {
    return glueTypes;
  }

  /** Returns the kind of space by the left type, the right type and half the style. */
  public int[][][] createGlueTable() {
    return glueTable;
  }
}
