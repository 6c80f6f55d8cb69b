package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;

/** What opens and closes: groups, environments, pairs of delimiters. */
final class Groups {

  private static final String PLAIN_COLUMNS = "[lcr|: ]*";

  private Groups() {}

  static void begin(Translator out, Token command) throws RefusalException {
    out.requireNotArgument(command);
    String name = out.in().argumentText(command);
    Optional<Environment> known = Environment.named(name);
    if (known.isEmpty() && !out.vocabulary().hasEnvironment(name)) {
      throw RefusalException.at(command, "unknown environment " + name);
    }
    out.requireMath(command);
    Environment environment = known.orElseGet(() -> Environment.passedOn(name));
    if (environment.place() == Environment.Place.DISPLAY_ONLY && out.style() != MathStyle.DISPLAY) {
      throw RefusalException.at(command, name + " can be used only in a display formula");
    }
    if (environment.argument() == Environment.Argument.DIAGRAM) {
      out.requireNoScript(command);
      out.put(CommutativeDiagram.translate(out, command, out.in().environmentBody(command, name)));
      return;
    }
    String argument = environmentArgument(out, command, name, environment.argument());
    if (argument.indexOf(':') >= 0 && argument.matches(PLAIN_COLUMNS)) {
      environment = Environment.dashed(environment);
    }
    out.open(Frame.Opener.ENVIRONMENT, command, name, Optional.of(environment));
    out.put(environment.open().replace("#", argument));
    if (environment.rows() != Environment.Rows.UNTAGGED) {
      out.tags().begin(!name.endsWith("*"));
    }
    out.cellStart();
  }

  private static String environmentArgument(
      Translator out, Token command, String name, Environment.Argument kind)
      throws RefusalException {
    switch (kind) {
      case POSITION -> takeOption(out, "tcb");
      case ALIGNMENT -> {
        return alignment(out, command, name);
      }
      case COUNT -> {
        takeOption(out, "tcb");
        String count = out.in().argumentText(command).strip();
        if (!count.matches("[0-9]{1,3}")) {
          throw RefusalException.at(
              command, "\\begin{" + name + "} lacks the number of equations, such as {2}");
        }
        return count;
      }
      case COLUMNS -> {
        takeOption(out, "tcb");
        return columns(out.in().argumentText(command));
      }
      case PLAIN_COLUMNS -> {
        return plainColumns(out, command, PLAIN_COLUMNS);
      }
      case ONE_COLUMN -> {
        return plainColumns(out, command, " *[lc] *");
      }
      default -> {}
    }
    return "";
  }

  /** Takes away the position of an environment, which is set in the middle all the same. */
  private static Optional<String> takeOption(Translator out, String choices)
      throws RefusalException {
    Optional<Token> next = out.in().peek();
    boolean isOption =
        next.isPresent() && next.get().text().equals("[") && out.in().isOption(choices);
    return isOption
        ? out.in().optionalArgument().map(TokenReader::text).map(String::strip)
        : Optional.empty();
  }

  private static String alignment(Translator out, Token command, String name)
      throws RefusalException {
    Optional<List<Token>> option = out.in().optionalArgument();
    String alignment = option.map(TokenReader::text).map(String::strip).orElse("c");
    if (!alignment.matches("[lcr]")) {
      throw RefusalException.at(command, "\\begin{" + name + "} is followed by [l], [c] or [r]");
    }
    return alignment;
  }

  private static String plainColumns(Translator out, Token command, String allowed)
      throws RefusalException {
    String columns = out.in().argumentText(command);
    if (!columns.matches(allowed)) {
      throw RefusalException.at(command, "the environment has no columns such as {c}");
    }
    return columns(columns);
  }

  /**
   * JLaTeXMath would take dashed lines for columns: among plain columns they stay, for {@link
   * Environment#dashed}, among others they are lines.
   */
  private static String columns(String columns) {
    if (columns.matches(PLAIN_COLUMNS)) {
      return columns;
    }
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < columns.length(); i++) {
      char c = columns.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      text.append(c == ':' && depth == 0 ? '|' : c);
    }
    return text.toString();
  }

  static void end(Translator out, Token command) throws RefusalException {
    String name = out.in().argumentText(command);
    Frame frame = out.close(Frame.Opener.ENVIRONMENT, command);
    if (!frame.name().equals(name)) {
      throw RefusalException.at(
          command, "\\begin{" + frame.name() + "} ends with \\end{" + name + "}");
    }
    Environment environment = frame.environment().orElseThrow();
    out.put(environment.close());
    if (environment.rows() != Environment.Rows.UNTAGGED) {
      out.number(frame, out.tags().end());
    }
  }

  static void left(Translator out, Token command) throws RefusalException {
    out.open(Frame.Opener.LEFT, command, "", Optional.empty());
    out.requireDelimiter(command);
    out.put("\\left");
  }

  static void right(Translator out, Token command) throws RefusalException {
    out.close(Frame.Opener.LEFT, command);
    out.requireDelimiter(command);
    out.put("\\right");
  }

  static void group(Translator out, Token command, Frame.Opener opener) throws RefusalException {
    out.requireNotArgument(command);
    out.put("{");
    out.open(opener, command, "", Optional.empty());
  }

  static void endGroup(Translator out, Token command, Frame.Opener opener) throws RefusalException {
    if (opener == Frame.Opener.GROUP) {
      out.closeGroup(command);
    } else {
      out.close(opener, command);
      out.put("}");
    }
  }
}
