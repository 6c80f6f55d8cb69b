package org.scilab.forge.jlatexmath;

/** What single characters mean in formulas and in text. */
public class TeXFormulaSettingsParser {

  private final Table table = Table.open("characters.table");

  /**
   * Fills in the characters that stand for a symbol. Comes first.
   *
   * @param mappings takes the name of the symbol for each character of a formula
   * @param textMappings takes the name of the symbol for each character of text
   */
  public void parseSymbolMappings(String[] mappings, String[] textMappings) {
    fill(mappings);
    fill(textMappings);
  }

  /**
   * Fills in the characters that stand for a formula. Comes second.
   *
   * @param mappings takes the formula for each character of a formula
   * @param textMappings is filled in already
   */
  public void parseSymbolToFormulaMappings(String[] mappings, String[] textMappings) {
    fill(mappings);
  }

  private void fill(String[] mappings) {
    for (int left = table.nextInt(); left > 0; left--) {
      mappings[table.nextChar()] = table.nextText();
    }
  }
}
