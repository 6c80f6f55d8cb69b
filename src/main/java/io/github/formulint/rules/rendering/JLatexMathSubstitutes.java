package io.github.formulint.rules.rendering;

import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What to write for the commands and environments that JLaTeXMath 1.0.7 lacks. Immutable. */
final class JLatexMathSubstitutes {

  private static final String RESOURCE = "jlatexmath-substitutes.txt";

  private static final String SEPARATOR = " =";

  private static final Map<String, String> COMMANDS = read();

  /** Environments that print the same, where nothing is numbered. */
  private static final Map<String, String> ENVIRONMENTS =
      Map.of("align*", "aligned", "gather*", "gathered", "alignat*", "alignedat");

  private JLatexMathSubstitutes() {}

  /**
   * Returns what prints the same as a command, which may be nothing.
   *
   * @param command the command with its backslash
   * @return empty if there is nothing that does
   */
  static Optional<String> ofCommand(String command) {
    return Optional.ofNullable(COMMANDS.get(command));
  }

  /** Returns all commands with what prints the same. */
  static Map<String, String> commands() {
    return COMMANDS;
  }

  /**
   * Returns the name of an environment that prints the same as another.
   *
   * @param environment the name between the braces of {@code \begin}
   */
  static Optional<String> ofEnvironment(String environment) {
    return Optional.ofNullable(ENVIRONMENTS.get(environment));
  }

  private static Map<String, String> read() {
    Map<String, String> commands = new LinkedHashMap<>();
    try (InputStream in = Resources.open(JLatexMathSubstitutes.class, RESOURCE)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int end = line.indexOf(SEPARATOR);
        if (end > 0 && line.startsWith("\\")) {
          // Of a backslash before a space, the space is stripped.
          String meaning = line.substring(end + SEPARATOR.length()).strip();
          commands.put(line.substring(0, end), meaning.equals("\\") ? "\\ " : meaning);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(commands);
  }
}
