package io.github.formulint.tex;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commands and environments that authors bring from elsewhere and that KaTeX lacks. Immutable
 * and thread-safe.
 *
 * <p>They stand in {@code foreign-commands.tsv}, one a line, fields parted by tabs: {@code c} for a
 * command or {@code e} for an environment, name, types of the arguments parted by commas, what to
 * write instead parted by {@code " ; "}, and a note.
 */
public final class ForeignCommands {

  private static final String RESOURCE = "foreign-commands.tsv";

  private static final Map<String, ForeignCommand> COMMANDS = new LinkedHashMap<>();
  private static final Map<String, ForeignCommand> ENVIRONMENTS = new LinkedHashMap<>();

  static {
    try (InputStream in = Resources.open(ForeignCommands.class, RESOURCE)) {
      String text = new String(in.readAllBytes(), UTF_8);
      for (int start = 0; start < text.length(); start = text.indexOf('\n', start) + 1) {
        String[] fields = text.substring(start, text.indexOf('\n', start)).split("\t", -1);
        ForeignCommand command =
            new ForeignCommand(
                fields[1], ArgumentType.list(fields[2]), replacements(fields[3]), fields[4]);
        (fields[0].equals("c") ? COMMANDS : ENVIRONMENTS).put(command.name(), command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ForeignCommands() {}

  /**
   * Returns what is known of a foreign command.
   *
   * @param name its name with the backslash
   */
  public static Optional<ForeignCommand> find(String name) {
    return Optional.ofNullable(COMMANDS.get(name));
  }

  /**
   * Returns what is known of a foreign environment.
   *
   * @param name its name between the braces of {@code \begin}
   */
  public static Optional<ForeignCommand> findEnvironment(String name) {
    return Optional.ofNullable(ENVIRONMENTS.get(name));
  }

  /** Returns all foreign commands, in no particular order. */
  public static Collection<ForeignCommand> commands() {
    return List.copyOf(COMMANDS.values());
  }

  /** Returns all foreign environments, in no particular order. */
  public static Collection<ForeignCommand> environments() {
    return List.copyOf(ENVIRONMENTS.values());
  }

  private static List<String> replacements(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split(" ; "));
  }
}
