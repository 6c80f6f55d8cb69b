package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.resource.Resources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code commands.txt} says: the commands that KaTeX has and JLaTeXMath lacks, in terms of
 * what JLaTeXMath has. Immutable.
 */
public final class CommandTable {

  /** The table; read once, when first used. */
  public static final CommandTable INSTANCE = read();

  private static final String RESOURCE = "commands.txt";

  /**
   * One command.
   *
   * @param modes where KaTeX takes it
   * @param isScript whether KaTeX takes it as a script without braces
   * @param hasOption whether the first argument stands in brackets and may be left out
   * @param arguments how many arguments it takes, the one in brackets included
   * @param meaning JLaTeXMath's TeX, with {@code #1} for the first argument
   */
  public record Entry(
      Modes modes, boolean isScript, boolean hasOption, int arguments, String meaning) {}

  /** Where KaTeX takes a command. */
  public enum Modes {
    MATH,
    TEXT,
    BOTH;

    boolean include(Mode mode) {
      return this == BOTH || this == (mode.isText() ? TEXT : MATH);
    }
  }

  private final Map<String, Entry> entries;

  private CommandTable(Map<String, Entry> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** Returns the commands by name, with the backslash. */
  public Map<String, Entry> entries() {
    return entries;
  }

  private static CommandTable read() {
    Pattern line =
        Pattern.compile("(math|text|both)(!?) (\\\\(?:[A-Za-z]+|.))(\\[#1])?((?:\\{#\\d})*) =(.*)");
    Map<String, Entry> entries = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Resources.open(CommandTable.class, RESOURCE), StandardCharsets.UTF_8))) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        if (text.isBlank() || text.startsWith("#")) {
          continue;
        }
        Matcher matcher = line.matcher(text);
        if (!matcher.matches()) {
          throw new IllegalStateException(RESOURCE + ": " + text);
        }
        boolean hasOption = matcher.group(4) != null;
        int arguments = matcher.group(5).length() / "{#1}".length() + (hasOption ? 1 : 0);
        entries.put(
            matcher.group(3),
            new Entry(
                Modes.valueOf(matcher.group(1).toUpperCase(java.util.Locale.ROOT)),
                matcher.group(2).isEmpty(),
                hasOption,
                arguments,
                matcher.group(6).strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CommandTable(entries);
  }
}
