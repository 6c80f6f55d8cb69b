package org.scilab.forge.jlatexmath;

import java.io.DataInputStream;
import java.io.IOException;

/** What single characters mean in formulas and in text. */
public class TeXFormulaSettingsParser {

  /**
   * Fills in the characters that stand for a symbol.
   *
   * @param mappings takes the name of the symbol for each character of a formula
   * @param textMappings takes the name of the symbol for each character of text
   */
  public void parseSymbolMappings(String[] mappings, String[] textMappings) {
    Table.read(
        "characters.table",
        in -> {
          fill(in, mappings);
          fill(in, textMappings);
          return in;
        });
  }

  /**
   * Fills in the characters that stand for a formula.
   *
   * @param mappings takes the formula for each character of a formula
   * @param textMappings is filled in already
   */
  public void parseSymbolToFormulaMappings(String[] mappings, String[] textMappings) {
    Table.read(
        "characters.table",
        in -> {
          fill(in, new String[mappings.length]);
          fill(in, new String[mappings.length]);
          fill(in, mappings);
          return in;
        });
  }

  private static void fill(DataInputStream in, String[] mappings) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      mappings[in.readChar()] = in.readUTF();
    }
  }
}
