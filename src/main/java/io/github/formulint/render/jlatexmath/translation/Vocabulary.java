package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.library.Typesetter;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The commands that a formula may use. Immutable. */
public final class Vocabulary {

  /**
   * Commands of JLaTeXMath that a formula must not reach. They read files, fetch from the network,
   * load fonts or classes, exhaust the memory, or change how every later formula is judged.
   */
  private static final Set<String> SWITCHED_OFF =
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
          "longdiv");

  /** Commands that may run for ever, and that the translation does without. */
  private static final Set<String> ENDLESS = Set.of("fcscore", "roman", "Roman");

  /** Commands that define others: the translation expands macros itself. */
  private static final Set<String> DEFINITIONS =
      Set.of(
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

  private final Manner manner;
  private final Map<String, Integer> commands;
  private final Set<String> macros;
  private final Set<String> known;

  /**
   * Lists the commands.
   *
   * @param typesetter knows those of JLaTeXMath
   * @param manner how JLaTeXMath is asked
   */
  public Vocabulary(Typesetter typesetter, Manner manner) {
    this.manner = manner;
    commands = typesetter.commands();
    macros = new HashSet<>();
    for (String name : typesetter.macros()) {
      macros.add("\\" + name);
    }
    Set<String> removed = removed(manner);
    for (String name : removed) {
      macros.add("\\" + name);
    }
    known = new HashSet<>();
    for (String name : commands.keySet()) {
      boolean isOpen =
          !removed.contains(name)
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
    if (manner == Manner.TRANSLATED) {
      known.addAll(CommandTable.INSTANCE.entries().keySet());
      known.addAll(Constructs.names());
    }
  }

  /**
   * Returns the names, without the backslash, of commands that JLaTeXMath must lack.
   *
   * @param manner how it is asked
   */
  public static Set<String> removed(Manner manner) {
    Set<String> removed = new HashSet<>(SWITCHED_OFF);
    if (manner == Manner.TRANSLATED) {
      removed.addAll(ENDLESS);
      removed.addAll(DEFINITIONS);
    }
    return removed;
  }

  /** Returns whether the command, given with its backslash, is put in JLaTeXMath's terms. */
  public boolean isAdded(String command) {
    return manner == Manner.TRANSLATED
        && (CommandTable.INSTANCE.entries().containsKey(command)
            || Constructs.named(command) != null);
  }

  /**
   * Checks that a formula does not use what it must not reach.
   *
   * @throws RefusalException if it does
   */
  public void requireNotSwitchedOff(Token token) throws RefusalException {
    boolean isCommand = token.kind() == Token.Kind.CONTROL_WORD;
    if (isCommand && SWITCHED_OFF.contains(token.name().substring(1))) {
      throw new RefusalException(
          new RenderOutcome.NotTried(token.name() + RenderOutcome.NotTried.SWITCHED_OFF));
    }
  }

  /** Returns whether a formula may use the command, given with its backslash. */
  public boolean isKnown(String command) {
    return known.contains(command);
  }

  /**
   * Returns whether the command, given with its backslash, does more in JLaTeXMath than draw one
   * thing, or would if it were not taken away.
   */
  public boolean isMacro(String command) {
    return macros.contains(command);
  }

  /** Returns whether JLaTeXMath has an environment of that name. */
  boolean hasEnvironment(String name) {
    return commands.containsKey(name + "@env");
  }

  /** Returns how many arguments in braces a command takes, given with its backslash. */
  public int argumentCount(String command) {
    if (manner == Manner.PLAIN) {
      return commands.getOrDefault(command.substring(1), 0);
    }
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
      requireNotSwitchedOff(command);
      throw RefusalException.at(command, "unknown command " + shown(command.text()));
    }
  }

  private static String shown(String command) {
    char first = command.charAt(1);
    boolean isVisible = Tokenizer.isNameCharacter(first) || !Character.isISOControl(first);
    return isVisible ? command : "\\ before a control character";
  }
}
