package io.github.formulint.tex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.formulint.resource.Resources;
import io.github.formulint.tex.Command.Kind;
import io.github.formulint.tex.Command.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All that KaTeX knows by name: commands, characters and environments. Thread-safe; its answers
 * never change.
 *
 * <p>The table is read out of KaTeX itself while formulint is built ({@code
 * src/build/js/katex-commands.js}). It is a text: a line with the version of KaTeX, then one line
 * for each entry, sorted, its fields parted by tabs:
 *
 * <ul>
 *   <li>a command or character: {@code c}, name, kind ({@code symbol}, {@code function}, {@code
 *       macro}, {@code syntax}), modes ({@code m}, {@code t}), traits, types of the optional
 *       arguments, types of the arguments, detail;
 *   <li>an environment: {@code e}, name, flags ({@code D} display only, {@code [} alignment in
 *       brackets), most columns or nothing, types of the arguments.
 * </ul>
 */
public final class CommandTable {

  private static final String RESOURCE = "katex-commands.tsv";

  /** The bytes of the table, one a character: cheap to make, and sorted as the file is. */
  private final String bytes;

  private final Map<String, Command> commands = new ConcurrentHashMap<>();
  private final Map<String, Environment> environments = new ConcurrentHashMap<>();

  private CommandTable(byte[] bytes) {
    this.bytes = new String(bytes, ISO_8859_1);
  }

  /**
   * Returns the table of the KaTeX that formulint is built with. It is read at the first call.
   *
   * @throws UncheckedIOException if the table is missing or damaged, which only a broken build can
   *     cause
   */
  public static CommandTable katex() {
    return Katex.TABLE;
  }

  /** Returns the version of KaTeX that the table was read from. */
  public String version() {
    return fields(0)[1];
  }

  /**
   * Returns what KaTeX knows of a command or character.
   *
   * @param name a name with its backslash, such as {@code \frac} or {@code \,}, or a character
   */
  public Optional<Command> find(String name) {
    Command known = commands.get(name);
    if (known == null) {
      int line = lineOf('c', name);
      if (line < 0) {
        return Optional.empty();
      }
      known = command(fields(line));
      commands.put(name, known);
    }
    return Optional.of(known);
  }

  /**
   * Returns what KaTeX knows of an environment.
   *
   * @param name the name between the braces of {@code \begin}
   */
  public Optional<Environment> findEnvironment(String name) {
    Environment known = environments.get(name);
    if (known == null) {
      int line = lineOf('e', name);
      if (line < 0) {
        return Optional.empty();
      }
      known = environment(fields(line));
      environments.put(name, known);
    }
    return Optional.of(known);
  }

  /** Returns all commands and characters, sorted by name. */
  public List<Command> commands() {
    return names('c').map(name -> find(name).orElseThrow()).toList();
  }

  /** Returns all environments, sorted by name. */
  public List<Environment> environments() {
    return names('e').map(name -> findEnvironment(name).orElseThrow()).toList();
  }

  private Stream<String> names(char sort) {
    List<String> names = new ArrayList<>();
    for (int line = lineEnd(0) + 1; line < bytes.length(); line = lineEnd(line) + 1) {
      if (bytes.charAt(line) == sort) {
        names.add(fields(line)[1]);
      }
    }
    return names.stream();
  }

  /** Returns where the line of an entry starts, or -1: a binary search. */
  private int lineOf(char sort, String name) {
    String key = new String(name.getBytes(UTF_8), ISO_8859_1);
    int low = lineEnd(0) + 1;
    int high = bytes.length();
    while (low < high) {
      int line = bytes.lastIndexOf('\n', (low + high) / 2 - 1) + 1;
      int order = compare(line, sort, key);
      if (order == 0) {
        return line;
      }
      if (order < 0) {
        low = lineEnd(line) + 1;
      } else {
        high = line;
      }
    }
    return -1;
  }

  /** Compares the entry of a line with a sort and a name. */
  private int compare(int line, char sort, String key) {
    if (bytes.charAt(line) != sort) {
      return bytes.charAt(line) - sort;
    }
    int name = line + 2;
    for (int i = 0; i < key.length(); i++) {
      int order = bytes.charAt(name + i) - key.charAt(i);
      if (order != 0) {
        return order;
      }
    }
    return bytes.charAt(name + key.length()) - '\t';
  }

  private String[] fields(int line) {
    byte[] utf8 = bytes.substring(line, lineEnd(line)).getBytes(ISO_8859_1);
    return new String(utf8, UTF_8).split("\t", -1);
  }

  private int lineEnd(int line) {
    return bytes.indexOf('\n', line);
  }

  private static Command command(String[] fields) {
    return new Command(
        fields[1],
        kind(fields[2]),
        modes(fields[3]),
        traits(fields[4]),
        ArgumentType.list(fields[5]),
        ArgumentType.list(fields[6]),
        fields[7]);
  }

  private static Environment environment(String[] fields) {
    return new Environment(
        fields[1],
        fields[2].contains("D"),
        fields[2].contains("["),
        fields[3].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(fields[3])),
        ArgumentType.list(fields[4]));
  }

  private static Kind kind(String field) {
    return switch (field) {
      case "symbol" -> Kind.SYMBOL;
      case "function" -> Kind.FUNCTION;
      case "macro" -> Kind.MACRO;
      case "syntax" -> Kind.SYNTAX;
      default -> throw new IllegalArgumentException("not a kind of command: " + field);
    };
  }

  private static Set<Mode> modes(String field) {
    return switch (field) {
      case "" -> Set.of();
      case "m" -> Set.of(Mode.MATH);
      case "t" -> Set.of(Mode.TEXT);
      case "mt" -> Set.of(Mode.MATH, Mode.TEXT);
      default -> throw new IllegalArgumentException("not modes: " + field);
    };
  }

  private static Set<Trait> traits(String field) {
    if (field.isEmpty()) {
      return Set.of();
    }
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    for (char letter : field.toCharArray()) {
      traits.add(trait(letter));
    }
    return traits;
  }

  private static Trait trait(char letter) {
    return switch (letter) {
      case 'a' -> Trait.ALLOWED_AS_ARGUMENT;
      case 'o' -> Trait.INFIX;
      case 'd' -> Trait.DELIMITER;
      case 'l' -> Trait.TAKES_LIMITS;
      case '*' -> Trait.STARRED;
      case 'i' -> Trait.IRREGULAR;
      default -> throw new IllegalArgumentException("not a trait: " + letter);
    };
  }

  /** Holds the table, so that it is read when first asked for. */
  private static final class Katex {

    private static final CommandTable TABLE = read();

    private static CommandTable read() {
      try (InputStream in = Resources.open(CommandTable.class, RESOURCE)) {
        return new CommandTable(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
