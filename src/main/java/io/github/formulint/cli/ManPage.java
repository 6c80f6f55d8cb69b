package io.github.formulint.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The manual page, made from the definitions of the commands and their options. It uses the macros
 * of man(7), which every man reads.
 */
final class ManPage {

  /** What the launcher and the program read, and what it is for. */
  private static final Map<String, String> ENVIRONMENT =
      new TreeMap<>(
          Map.of(
              "JAVA_HOME",
              "The JDK to run with, 17 or newer; else the java on the PATH.",
              "FORMULINT_JAR",
              "The jar to run; else the one that was built beside the launcher.",
              "FORMULINT_JAVA_OPTIONS",
              "More options for Java, such as -Xmx4g.",
              "NO_COLOR",
              "If it is set and not empty, --color=auto shows no colours."));

  /** Stands for nothing, so that a word with a dot is no request at the start of a line. */
  private static final int ZERO_WIDTH = 0x200B;

  private static final Pattern BEFORE_DOT = Pattern.compile("(?<!\\S)(?=\\.)");

  /** How long lines of the source are; the page itself is as wide as the reader's terminal. */
  private static final int LINE_WIDTH = 78;

  private final CommandSpec program;
  private final StringBuilder page = new StringBuilder();

  /**
   * Makes a page.
   *
   * @param program the program, with its commands
   */
  ManPage(CommandSpec program) {
    this.program = program;
  }

  /** Returns the page, in ASCII. */
  String text() {
    page.setLength(0);
    String name = program.name();
    line(
        String.format(
            ".TH %s 1 %s \"%s\"",
            name.toUpperCase(Locale.ROOT), Version.date(), escape(name + " " + Version.current())));
    section("NAME");
    text(escape(name) + " \\- " + escape(headline(program.usageMessage())));
    section("SYNOPSIS");
    synopsis(program);
    commands().forEach(this::synopsis);
    section("DESCRIPTION");
    description(program.usageMessage());
    section("OPTIONS");
    arguments(program);
    section("COMMANDS");
    commands().forEach(this::command);
    section("EXIT STATUS");
    program.usageMessage().exitCodeList().forEach(this::entry);
    section("ENVIRONMENT");
    ENVIRONMENT.forEach(this::entry);
    section("EXAMPLES");
    verbatim(program.usageMessage().footer());
    return page.toString();
  }

  private List<CommandSpec> commands() {
    return program.subcommands().values().stream()
        .map(command -> command.getCommandSpec())
        .distinct()
        .toList();
  }

  private void synopsis(CommandSpec command) {
    if (!command.equals(program)) {
      line(".br");
    }
    String arguments =
        command.positionalParameters().stream()
            .map(ManPage::synopsis)
            .collect(Collectors.joining());
    line("\\fB" + escape(command.qualifiedName()) + "\\fR [\\fIOPTION\\fR]..." + arguments);
  }

  private static String synopsis(PositionalParamSpec argument) {
    String label = "\\fI" + escape(argument.paramLabel()) + "\\fR";
    return argument.arity().min() > 0 ? " " + label : " [" + label + "]...";
  }

  private void command(CommandSpec command) {
    line(".SS \"" + escape(command.qualifiedName()) + "\"");
    description(command.usageMessage());
    if (isTold(command)) {
      line(".PP");
      line("It takes the paths and options above.");
    } else {
      arguments(command);
    }
  }

  /** Returns whether the program takes the same arguments without a command. */
  private boolean isTold(CommandSpec command) {
    Map<String, String> told = entries(program);
    program.options().stream()
        .filter(OptionSpec::versionHelp)
        .forEach(option -> told.remove(names(option)));
    return told.equals(entries(command));
  }

  private void arguments(CommandSpec command) {
    entries(command).forEach(this::taggedEntry);
  }

  /** Returns what the page says of each argument and option, by how it is written. */
  private static Map<String, String> entries(CommandSpec command) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (PositionalParamSpec argument : command.positionalParameters()) {
      entries.put("\\fI" + escape(argument.paramLabel()) + "\\fR", words(argument));
    }
    command.options().stream()
        .filter(Predicate.not(OptionSpec::hidden))
        .sorted(Comparator.comparing(option -> option.longestName().replaceFirst("^-+", "")))
        .forEach(option -> entries.put(names(option), words(option)));
    return entries;
  }

  private static String names(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(name -> "\\fB" + escape(name) + "\\fR")
            .collect(Collectors.joining(", "));
    return option.arity().max() == 0
        ? names
        : names + "=\\fI" + escape(option.paramLabel()) + "\\fR";
  }

  private static String words(ArgSpec argument) {
    return escape(String.join(" ", argument.description()));
  }

  private static String headline(UsageMessageSpec usage) {
    return String.join(" ", usage.description()).replaceFirst("\\.$", "");
  }

  private void description(UsageMessageSpec usage) {
    String separator = "";
    for (String paragraph : usage.description()) {
      page.append(separator);
      text(escape(paragraph));
      separator = ".PP\n";
    }
  }

  private void verbatim(String[] lines) {
    line(".nf");
    for (String line : lines) {
      line(escape(line));
    }
    line(".fi");
  }

  private void section(String title) {
    line(".SH " + (title.contains(" ") ? "\"" + title + "\"" : title));
  }

  private void entry(String tag, String text) {
    taggedEntry("\\fB" + escape(tag) + "\\fR", escape(text));
  }

  private void taggedEntry(String tag, String text) {
    line(".TP");
    line(tag);
    text(text);
  }

  private void text(String text) {
    line(WordUtils.wrap(text, LINE_WIDTH, "\n", false));
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /** Returns text such that each character means itself (groff_char(7)). */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    BEFORE_DOT
        .matcher(text)
        .replaceAll(Character.toString(ZERO_WIDTH))
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case ZERO_WIDTH -> escaped.append("\\&");
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '"' -> escaped.append("\\(dq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                  if (c < 0x80) {
                    escaped.append((char) c);
                  } else {
                    escaped.append(String.format("\\[u%04X]", c));
                  }
                }
              }
            });
    return escaped.toString();
  }
}
