package io.github.formulint.render.jlatexmath.isolated;

import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXEnvironment;

/** TeX's {@code \mathchoice}: one of four, by the style it stands in. */
final class ChoiceAtom extends Atom {

  private final Atom display;
  private final Atom text;
  private final Atom script;
  private final Atom scriptScript;

  ChoiceAtom(Atom display, Atom text, Atom script, Atom scriptScript) {
    this.display = display;
    this.text = text;
    this.script = script;
    this.scriptScript = scriptScript;
  }

  @Override
  public Box createBox(TeXEnvironment environment) {
    int style = environment.getStyle();
    Atom chosen =
        style < TeXConstants.STYLE_TEXT
            ? display
            : style < TeXConstants.STYLE_SCRIPT
                ? text
                : style < TeXConstants.STYLE_SCRIPT_SCRIPT ? script : scriptScript;
    return chosen.createBox(environment);
  }
}
