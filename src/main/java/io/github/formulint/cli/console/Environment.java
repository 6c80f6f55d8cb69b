package io.github.formulint.cli.console;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What surrounds a run. Immutable.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param isOutTerminal whether people see standard output as it is written
 * @param isErrTerminal whether people see standard error as it is written
 * @param variables the environment variables
 * @param workingFolder the folder from which paths are meant
 */
public record Environment(
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean isOutTerminal,
    boolean isErrTerminal,
    Map<String, String> variables,
    Path workingFolder) {

  /** Copies the map. */
  public Environment {
    Objects.requireNonNull(in);
    Objects.requireNonNull(out);
    Objects.requireNonNull(err);
    Objects.requireNonNull(workingFolder);
    variables = Map.copyOf(variables);
  }

  /**
   * Returns the surroundings of this process. Standard output is opened anew, since {@code
   * System.out} hides that nobody reads any more. The launcher says what is a terminal, since Java
   * 17 knows only whether both standard input and output are.
   */
  public static Environment ofProcess() {
    boolean console = isConsole();
    return new Environment(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        isTerminal("formulint.terminal.out", console),
        isTerminal("formulint.terminal.err", console),
        System.getenv(),
        Path.of(""));
  }

  /**
   * Returns how many columns the reader of standard output has, if anything says so: the variable
   * {@code COLUMNS}, or on a terminal the launcher, which has asked it.
   */
  public OptionalInt columns() {
    OptionalInt told = number(variables.get("COLUMNS"));
    return told.isPresent() || !isOutTerminal
        ? told
        : number(System.getProperty("formulint.terminal.columns"));
  }

  private static OptionalInt number(String text) {
    try {
      int number = text == null ? 0 : Integer.parseInt(text.strip());
      return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static boolean isTerminal(String property, boolean otherwise) {
    String told = System.getProperty(property);
    return told == null ? otherwise : Boolean.parseBoolean(told);
  }

  /** From Java 22 on there is a console even without a terminal, and it can be asked. */
  private static boolean isConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
