package io.github.formulint.render.jlatexmath.isolated;

import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.library.Typesetter;
import io.github.formulint.tex.MathStyle;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.DefaultTeXFont;
import org.scilab.forge.jlatexmath.MacroInfo;
import org.scilab.forge.jlatexmath.SymbolAtom;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXEnvironment;
import org.scilab.forge.jlatexmath.TeXFormula;

/** JLaTeXMath as its class loader has it. */
public final class IsolatedTypesetter implements Typesetter {

  private static final float SIZE = 20;
  private static final Size NOTHING = new Size(0, 0, 0);

  private final StaticState state;
  private final Map<String, Integer> commands;
  private final Set<String> macros;

  /**
   * Prepares JLaTeXMath.
   *
   * @param manner how it is asked; where it is asked as it stands, it gets nothing of ours
   * @param names commands without arguments to add, by name without the backslash, each with its
   *     meaning in JLaTeXMath's TeX
   * @param removed the names of commands that must not be there
   */
  public IsolatedTypesetter(Manner manner, Map<String, String> names, Set<String> removed) {
    TeXFormula.registerFonts(false);
    // The optional alphabets would make verdicts depend on the class path.
    DefaultTeXFont.registeredAlphabets.clear();
    TeXFormula.predefinedTeXFormulasAsString.putAll(names);
    forgetMissingSymbols();
    if (manner == Manner.TRANSLATED) {
      TeXFormula.symbolMappings['@'] = "jlatexmatharobase";
      Extensions.install();
    }
    MacroInfo.Commands.keySet().removeAll(removed);
    state = StaticState.install();
    Map<String, Integer> known = new HashMap<>();
    // No lambdas here: to link one behind this class loader takes longer than the loop.
    for (String name : SymbolAtom.symbols.keySet()) {
      known.put(name, 0);
    }
    for (String name : TeXFormula.predefinedTeXFormulasAsString.keySet()) {
      known.put(name, 0);
    }
    for (Map.Entry<String, MacroInfo> command : MacroInfo.Commands.entrySet()) {
      known.put(command.getKey(), command.getValue().nbArgs);
    }
    known.keySet().removeAll(removed);
    commands = Collections.unmodifiableMap(known);
    macros = Set.copyOf(MacroInfo.Commands.keySet());
  }

  /** Greek text wants a font that is not there: the letters of formulas stand in. */
  private static void forgetMissingSymbols() {
    for (int c = 0; c < TeXFormula.symbolTextMappings.length; c++) {
      String symbol = TeXFormula.symbolTextMappings[c];
      if (symbol != null && !SymbolAtom.symbols.containsKey(symbol)) {
        TeXFormula.symbolTextMappings[c] = null;
      }
    }
  }

  @Override
  public Map<String, Integer> commands() {
    return commands;
  }

  @Override
  public Set<String> macros() {
    return macros;
  }

  @Override
  public Parsed parse(String tex) {
    state.prepareFor(tex);
    return new ReadFormula(new TeXFormula(tex));
  }

  private record ReadFormula(TeXFormula formula) implements Parsed {
    @Override
    public Size layOut(MathStyle style) {
      return IsolatedTypesetter.layOut(formula, style);
    }
  }

  private static Size layOut(TeXFormula formula, MathStyle style) {
    int texStyle =
        switch (style) {
          case DISPLAY -> TeXConstants.STYLE_DISPLAY;
          case INLINE -> TeXConstants.STYLE_TEXT;
        };
    if (formula.root == null) {
      return NOTHING;
    }
    // As JLaTeXMath makes an icon, but without Java's windows and colors, which take their time.
    TeXEnvironment surroundings = new TeXEnvironment(texStyle, new DefaultTeXFont(SIZE));
    Box box = formula.root.createBox(surroundings);
    return new Size(box.getWidth() * SIZE, box.getHeight() * SIZE, box.getDepth() * SIZE);
  }

  @Override
  public void restore() {
    state.restore();
  }
}
