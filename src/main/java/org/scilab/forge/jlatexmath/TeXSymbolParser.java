package org.scilab.forge.jlatexmath;

import java.util.HashMap;
import java.util.Map;

/** The symbols that JLaTeXMath knows. */
public class TeXSymbolParser {

  /** Returns the symbols by name. */
  public Map<String, SymbolAtom> readSymbols() {
    Table table = Table.open("symbols.table");
    Map<String, SymbolAtom> symbols = new HashMap<>();
    for (int left = table.nextInt(); left > 0; left--) {
      String name = table.nextText();
      symbols.put(name, new SymbolAtom(name, table.nextByte(), table.nextBoolean()));
    }
    return symbols;
  }
}
