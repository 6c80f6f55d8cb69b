package org.scilab.forge.jlatexmath;

import java.util.HashMap;
import java.util.Map;

/** The symbols that JLaTeXMath knows. */
public class TeXSymbolParser {

  /** Returns the symbols by name. */
  public Map<String, SymbolAtom> readSymbols() {
    return Table.read(
        "symbols.table",
        in -> {
          Map<String, SymbolAtom> symbols = new HashMap<>();
          for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            symbols.put(name, new SymbolAtom(name, in.readByte(), in.readBoolean()));
          }
          return symbols;
        });
  }
}
