package io.github.formulint.cli.shell;

import io.github.formulint.run.Version;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page, made from the definitions of the commands and their options. */
public final class ManPage {

  /** What the launcher and the program read, and what it is for. */
  private static final List<Map.Entry<String, String>> ENVIRONMENT =
      List.of(
          Map.entry(
              "FORMULINT_JAR", "The jar to run; else the one that was built beside the launcher."),
          Map.entry(
              "FORMULINT_CDS",
              "off: do without the archive of loaded classes, which the launcher keeps in"
                  + " formulint under XDG_CACHE_HOME (else ~/.cache), so as to start faster."),
          Map.entry("FORMULINT_JAVA_OPTIONS", "More options for Java, such as -Xmx4g."),
          Map.entry("JAVA_HOME", "The JDK to run with, 17 or newer; else the java on the PATH."),
          Map.entry("NO_COLOR", "If it is set and not empty, --color=auto shows no colours."),
          Map.entry(
              "XDG_CACHE_HOME",
              "The folder of caches, in which formulint keeps findings; else ~/.cache,"
                  + " ~/Library/Caches on macOS, or LOCALAPPDATA on Windows."));

  private final CommandSpec program;
  private final Roff page = new Roff();

  private ManPage(CommandSpec program) {
    this.program = program;
  }

  /**
   * Returns the page, in the format of man(7) and in ASCII.
   *
   * @param program the program, with its commands
   */
  public static String of(CommandSpec program) {
    return new ManPage(program).source();
  }

  private String source() {
    String name = program.name();
    UsageMessageSpec usage = program.usageMessage();
    page.title(name.toUpperCase(Locale.ROOT), Version.date(), name + " " + Version.current());
    page.section("NAME");
    page.paragraph(Roff.escape(name) + " \\- " + Roff.escape(headline(usage)));
    page.section("SYNOPSIS");
    page.lineOfItsOwn(synopsis(program));
    commands().forEach(command -> page.lineOfItsOwn(synopsis(command)));
    page.section("DESCRIPTION");
    description(usage);
    page.section("OPTIONS");
    entries(program).forEach(page::entry);
    page.section("COMMANDS");
    commands().forEach(this::command);
    page.section("EXIT STATUS");
    usage.exitCodeList().forEach((code, said) -> page.entry(Roff.bold(code), Roff.escape(said)));
    page.section("ENVIRONMENT");
    ENVIRONMENT.forEach(each -> page.entry(Roff.bold(each.getKey()), Roff.escape(each.getValue())));
    page.section("EXAMPLES");
    page.verbatim(usage.footer());
    return page.source();
  }

  private List<CommandSpec> commands() {
    return program.subcommands().values().stream().map(CommandLine::getCommandSpec).toList();
  }

  private static String synopsis(CommandSpec command) {
    String arguments =
        command.positionalParameters().stream()
            .map(ManPage::synopsis)
            .collect(Collectors.joining());
    return Roff.bold(command.qualifiedName()) + " [" + Roff.italic("OPTION") + "]..." + arguments;
  }

  private static String synopsis(PositionalParamSpec argument) {
    String label = Roff.italic(argument.paramLabel());
    String once = argument.arity().min() == 0 ? " [" + label + "]" : " " + label;
    return argument.arity().max() > 1 ? once + "..." : once;
  }

  private void command(CommandSpec command) {
    page.subsection(command.qualifiedName());
    description(command.usageMessage());
    if (isTold(command)) {
      page.paragraph("It takes the paths and options above.");
    } else {
      entries(command).forEach(page::entry);
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

  /** Returns what the page says of each argument and option, by how it is written. */
  private static Map<String, String> entries(CommandSpec command) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (PositionalParamSpec argument : command.positionalParameters()) {
      entries.put(Roff.italic(argument.paramLabel()), said(argument));
    }
    command.options().stream()
        .filter(Predicate.not(OptionSpec::hidden))
        .sorted(Comparator.comparing(option -> option.longestName().replaceFirst("^-+", "")))
        .forEach(option -> entries.put(names(option), said(option)));
    return entries;
  }

  private static String names(OptionSpec option) {
    String names = Arrays.stream(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
    return option.arity().max() == 0 ? names : names + "=" + Roff.italic(option.paramLabel());
  }

  private static String said(ArgSpec argument) {
    return Roff.escape(String.join(" ", argument.description()));
  }

  private static String headline(UsageMessageSpec usage) {
    return String.join(" ", usage.description()).replaceFirst("\\.$", "");
  }

  private void description(UsageMessageSpec usage) {
    for (String paragraph : usage.description()) {
      page.paragraph(Roff.escape(paragraph));
    }
  }
}
