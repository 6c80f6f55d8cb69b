package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.regex.Pattern;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/** JLaTeXMath as it is published, in class loaders of its own: engines change theirs. */
final class RawLibrary {

  private static final Pattern DEFINITION = Pattern.compile("newcommand|newenv|Declare|define");

  private static Class<?> formulas = load();

  private RawLibrary() {}

  /** Returns whether a direct call of the library lays the formula out, displayed. */
  static boolean accepts(String tex) {
    try {
      Object formula = formulas.getConstructor(String.class).newInstance(tex);
      formulas
          .getMethod("createTeXIcon", int.class, float.class)
          .invoke(formula, TeXConstants.STYLE_DISPLAY, 20f);
      return true;
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(RuntimeException.class);
      return false;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    } finally {
      if (DEFINITION.matcher(tex).find()) {
        formulas = load();
      }
    }
  }

  private static Class<?> load() {
    URL library = TeXFormula.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      return new URLClassLoader(new URL[] {library}, ClassLoader.getPlatformClassLoader())
          .loadClass(TeXFormula.class.getName());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
