package io.github.formulint.render.jlatexmath.isolated;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scilab.forge.jlatexmath.MacroInfo;
import org.scilab.forge.jlatexmath.NewCommandMacro;

/** The commands and environments of JLaTeXMath as they were before a formula defined others. */
final class Definitions {

  /** What all commands that define have in their names. */
  private static final List<String> SIGNS =
      List.of("newcommand", "newenvironment", "DeclareMathOperator");

  private final Map<String, MacroInfo> commands;
  private final Map<String, String> code;
  private final Map<String, String> replacements;

  private Definitions(
      Map<String, MacroInfo> commands, Map<String, String> code, Map<String, String> replacements) {
    this.commands = commands;
    this.code = code;
    this.replacements = replacements;
  }

  /** Returns whether a formula may define commands. */
  static boolean mayBeIn(String tex) {
    for (String sign : SIGNS) {
      if (tex.contains(sign)) {
        return true;
      }
    }
    return false;
  }

  /** Returns what there is now. */
  static Definitions now() {
    return new Definitions(
        new HashMap<>(MacroInfo.Commands),
        new HashMap<>(table("macrocode")),
        new HashMap<>(table("macroreplacement")));
  }

  /** Puts all back, whatever has been defined since. */
  void restore() {
    MacroInfo.Commands.clear();
    MacroInfo.Commands.putAll(commands);
    putBack("macrocode", code);
    putBack("macroreplacement", replacements);
  }

  private static void putBack(String field, Map<String, String> before) {
    Map<String, String> table = table(field);
    table.clear();
    table.putAll(before);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> table(String name) {
    try {
      Field field = NewCommandMacro.class.getDeclaredField(name);
      field.setAccessible(true);
      return (Map<String, String>) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("another JLaTeXMath", e);
    }
  }
}
