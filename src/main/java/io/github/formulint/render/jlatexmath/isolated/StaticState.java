package io.github.formulint.render.jlatexmath.isolated;

import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scilab.forge.jlatexmath.ColorAtom;
import org.scilab.forge.jlatexmath.SymbolAtom;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * Keeps formulas from changing how later ones are judged. JLaTeXMath shares its atoms between
 * formulas and changes them: <code>{=}</code> makes every later equals sign an ordinary symbol, and
 * {@code \lim\nolimits} moves the limits of every later one. So each formula gets its own copies.
 * What else can be changed from within a formula is put back, or its command removed.
 */
final class StaticState {

  /** The one command that changes the colors. */
  private static final String DEFINITION = "definecolor";

  /** Empty until a formula may change them: Java's colors bring its windows along. */
  private Optional<Map<String, Color>> colors = Optional.empty();

  /** Empty until a formula has cells. */
  private Optional<EmptyCell> emptyCell = Optional.empty();

  /** Empty until a formula may define commands. */
  private Optional<Definitions> definitions = Optional.empty();

  private StaticState() {}

  /** Takes JLaTeXMath as it is now for what every formula is to find. */
  static StaticState install() {
    SymbolAtom.symbols = new FreshSymbols(SymbolAtom.symbols);
    TeXFormula.predefinedTeXFormulas = new NoFormulas();
    return new StaticState();
  }

  /** Keeps the commands, the colors and the empty cell before a formula may change them. */
  void prepareFor(String tex) {
    if (emptyCell.isEmpty() && tex.indexOf('&') >= 0) {
      emptyCell = Optional.of(new EmptyCell());
    }
    if (definitions.isEmpty() && Definitions.mayBeIn(tex)) {
      definitions = Optional.of(Definitions.now());
    }
    if (colors.isEmpty() && tex.contains(DEFINITION)) {
      // The table is filled when the class is first used.
      ColorAtom.getColor("black");
      Map<String, Color> before = Map.copyOf(ColorAtom.Colors);
      ColorAtom.Colors = new WatchedColors(before);
      colors = Optional.of(before);
    }
  }

  void restore() {
    if (definitions.isPresent()) {
      definitions.get().restore();
    }
    if (emptyCell.isPresent()) {
      emptyCell.get().restore();
    }
    if (colors.isPresent() && ((WatchedColors) ColorAtom.Colors).isChanged) {
      ColorAtom.Colors = new WatchedColors(colors.get());
    }
  }

  /** Hands out copies, so that nobody can change the original. */
  private static final class FreshSymbols extends HashMap<String, SymbolAtom> {

    private FreshSymbols(Map<String, SymbolAtom> symbols) {
      super(symbols);
    }

    @Override
    public SymbolAtom get(Object name) {
      SymbolAtom symbol = super.get(name);
      return symbol == null ? null : (SymbolAtom) symbol.clone();
    }
  }

  /** Keeps no formula, so that each is made anew. */
  private static final class NoFormulas extends HashMap<String, TeXFormula> {

    @Override
    public TeXFormula put(String name, TeXFormula formula) {
      return null;
    }
  }

  /** Notices {@code \definecolor}. */
  private static final class WatchedColors extends HashMap<String, Color> {

    private boolean isChanged;

    private WatchedColors(Map<String, Color> colors) {
      super(colors);
    }

    @Override
    public Color put(String name, Color color) {
      isChanged = true;
      return super.put(name, color);
    }
  }
}
