package io.github.formulint.render.jlatexmath.library;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JLaTeXMath's messages. They nest, the outermost command first, and their positions point
 * into rewritten text; so the place is that of the innermost command that stands in the formula.
 * Stateless.
 */
public final class FailureReader {

  private static final Pattern COMMAND =
      Pattern.compile("Problem with command (.+?) at position \\d+:\\d+", Pattern.DOTALL);
  private static final Pattern UNKNOWN_COMMAND =
      Pattern.compile("Unknown symbol or command or predefined TeXFormula: '(.*)'", Pattern.DOTALL);
  private static final Pattern UNKNOWN_ENVIRONMENT =
      Pattern.compile("Unknown environment: (.*?) at position", Pattern.DOTALL);
  private static final Pattern UNKNOWN_CHARACTER =
      Pattern.compile("Unknown character : '(.*)' \\(or (\\d+)\\)", Pattern.DOTALL);
  private static final Pattern UNCLOSED =
      Pattern.compile("The token (\\S+) must be closed by (\\S+)", Pattern.DOTALL);

  private FailureReader() {}

  /**
   * Returns the outcome of a formula that JLaTeXMath refuses.
   *
   * @param tokens the formula as its author wrote it
   * @param message JLaTeXMath's words; may be null
   */
  public static RenderOutcome read(List<Token> tokens, String message) {
    List<String> commands = new ArrayList<>();
    String innermost = message == null ? "" : message;
    Matcher matcher = COMMAND.matcher(innermost);
    int end = 0;
    while (matcher.find()) {
      commands.add(0, commandName(matcher.group(1)));
      end = matcher.end();
    }
    String cause = innermost.substring(end).strip();

    Matcher unknown = UNKNOWN_COMMAND.matcher(cause);
    if (unknown.lookingAt()) {
      String name = "\\" + unknown.group(1);
      commands.add(0, name);
      return rejected(tokens, commands, "unknown command " + name);
    }
    Matcher environment = UNKNOWN_ENVIRONMENT.matcher(cause);
    if (environment.lookingAt()) {
      commands.add(0, "\\begin");
      return rejected(
          tokens,
          commands,
          environment.group(1).equals("null")
              ? "\\begin lacks the name of an environment"
              : "unknown environment " + environment.group(1));
    }
    Matcher character = UNKNOWN_CHARACTER.matcher(cause);
    if (character.lookingAt()) {
      return unknownCharacter(tokens, Integer.parseInt(character.group(2)));
    }
    Matcher unclosed = UNCLOSED.matcher(cause);
    if (unclosed.lookingAt()) {
      commands.add(0, unclosed.group(1).startsWith("\\begin") ? "\\begin" : unclosed.group(1));
      return rejected(
          tokens, commands, unclosed.group(1) + " has no matching " + unclosed.group(2));
    }
    return rejected(tokens, commands, words(cause, commands));
  }

  private static String words(String cause, List<String> commands) {
    String command = commands.isEmpty() ? "" : commands.get(0);
    if (cause.startsWith("Found a closing '}'")) {
      return "there is no { for a }";
    }
    if (cause.startsWith("Illegal end")) {
      return "a brace { is not closed";
    }
    if (cause.startsWith("Character '&'")) {
      return "& stands outside of an environment with columns";
    }
    if (cause.startsWith("Both ")) {
      return "a part of " + (command.isEmpty() ? "a fraction" : command) + " is missing";
    }
    if (cause.startsWith("Bad number of equations")) {
      return "there are more columns than the environment announces";
    }
    if (cause.startsWith("You can add a row")) {
      return "a new row stands outside of an environment with rows";
    }
    return command.isEmpty() ? "cannot be read" : command + " cannot be read with what follows it";
  }

  private static RenderOutcome unknownCharacter(List<Token> tokens, int code) {
    Optional<Span> place = Optional.empty();
    for (Token token : tokens) {
      if (token.text().indexOf(code) >= 0) {
        int start = token.span().start() + token.text().indexOf(code);
        place = Optional.of(new Span(start, start + 1));
        break;
      }
    }
    String shown =
        Character.isISOControl(code)
            ? String.format("control character U+%04X", code)
            : "character " + Character.toString(code);
    return new RenderOutcome.Rejected("the " + shown + " cannot be shown", place);
  }

  private static RenderOutcome rejected(List<Token> tokens, List<String> commands, String reason) {
    return new RenderOutcome.Rejected(reason, place(tokens, commands));
  }

  /** Returns where the innermost of the commands stands, if any of them stands in the formula. */
  private static Optional<Span> place(List<Token> tokens, List<String> commands) {
    for (String command : commands) {
      Optional<Span> found = Optional.empty();
      for (Token token : tokens) {
        if (token.isCommand(command)) {
          found = Optional.of(token.span());
          break;
        }
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns the command in an author's words; JLaTeXMath's own ones are of no help. */
  private static String commandName(String name) {
    int at = name.indexOf('@');
    return at > 0 ? "\\begin" : "\\" + name;
  }
}
