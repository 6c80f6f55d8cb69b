package io.github.formulint.render.jlatexmath;

import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The commands that a formula may use. Immutable. */
final class Vocabulary {

  /**
   * Commands of JLaTeXMath that a formula must not reach. They read files, fetch from the network,
   * load fonts or classes, run for ever, or change how every later formula is judged; or they are
   * JLaTeXMath's own means.
   */
  static final Set<String> REMOVED =
      Set.of(
          "includegraphics",
          "jlmDynamic",
          "jlmXML",
          "jlmExternalFont",
          "jlmTextit",
          "jlmTextbf",
          "jlmTextitbf",
          "DeclareMathSizes",
          "magnification",
          "longdiv",
          "fcscore",
          "roman",
          "Roman",
          "newcommand",
          "renewcommand",
          "newenvironment",
          "renewenvironment",
          "DeclareMathOperator");

  /** Commands that the translation writes and authors must not. */
  private static final Set<String> INTERNAL =
      Set.of("jlmText", "jlatexmathcumsup", "jlatexmathcumsub", "makeatletter", "makeatother");

  /** Commands that are watched when a formula is translated, but do not ask for translation. */
  private static final Set<String> PASSED_ON = Set.of("\\left", "\\right", "\\\\");

  private final Map<String, Integer> commands;
  private final Set<String> macros;
  private final Set<String> known;

  Vocabulary(Typesetter typesetter) {
    commands = typesetter.commands();
    macros = new HashSet<>();
    for (String name : typesetter.macros()) {
      macros.add("\\" + name);
    }
    for (String name : REMOVED) {
      macros.add("\\" + name);
    }
    known = new HashSet<>();
    for (String name : commands.keySet()) {
      boolean isOpen =
          !REMOVED.contains(name)
              && !INTERNAL.contains(name)
              && !name.startsWith("formulint")
              && name.indexOf('@') < 1;
      if (isOpen) {
        known.add("\\" + name);
      }
    }
    known.add("\\");
    known.add("\\)");
    known.add("\\]");
    known.addAll(CommandTable.INSTANCE.entries().keySet());
    known.addAll(Constructs.names());
  }

  /** Returns whether a formula may use the command, given with its backslash. */
  boolean isKnown(String command) {
    return known.contains(command);
  }

  /**
   * Returns whether the command, given with its backslash, does more in JLaTeXMath than draw one
   * thing, or would if it were not taken away.
   */
  boolean isMacro(String command) {
    return macros.contains(command);
  }

  /** Returns whether JLaTeXMath has an environment of that name. */
  boolean hasEnvironment(String name) {
    return commands.containsKey(name + "@env");
  }

  /** Returns how many arguments in braces a command takes, given with its backslash. */
  int argumentCount(String command) {
    CommandTable.Entry entry = CommandTable.INSTANCE.entries().get(command);
    if (entry != null) {
      return entry.arguments();
    }
    return Math.max(
        Constructs.argumentCount(command), commands.getOrDefault(command.substring(1), 0));
  }

  /**
   * Returns whether JLaTeXMath does not understand the command as it stands.
   *
   * @throws RefusalException if there is no such command
   */
  boolean isTranslated(Token command) throws RefusalException {
    String name = command.name();
    boolean isSpaced = !name.equals(command.text());
    if (PASSED_ON.contains(name)) {
      return isSpaced;
    }
    if (CommandTable.INSTANCE.entries().containsKey(name) || Constructs.named(name) != null) {
      return true;
    }
    requireKnown(command);
    return isSpaced;
  }

  /**
   * Checks that there is such a command.
   *
   * @throws RefusalException if there is none
   */
  void requireKnown(Token command) throws RefusalException {
    if (!known.contains(command.name())) {
      throw RefusalException.at(command, "unknown command " + shown(command.text()));
    }
  }

  private static String shown(String command) {
    char first = command.charAt(1);
    boolean isVisible = Tokenizer.isNameCharacter(first) || !Character.isISOControl(first);
    return isVisible ? command : "\\ before a control character";
  }
}
