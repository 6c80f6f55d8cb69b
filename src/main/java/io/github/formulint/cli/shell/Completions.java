package io.github.formulint.cli.shell;

import io.github.formulint.cli.option.PathOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What shells complete behind one command. Immutable.
 *
 * @param command its name
 * @param description what it does, in a sentence
 * @param options its options
 * @param values the names that its arguments take, maybe none
 * @param takesPaths whether its arguments are paths
 */
record Completions(
    String command,
    String description,
    List<Option> options,
    List<String> values,
    boolean takesPaths) {

  /**
   * An option.
   *
   * @param names its names, with their dashes
   * @param description what it does, in a sentence
   * @param takesValue whether a value follows
   * @param takesPath whether that is a path
   * @param values the names that it takes, maybe none
   */
  record Option(
      List<String> names,
      String description,
      boolean takesValue,
      boolean takesPath,
      List<String> values) {}

  /** Returns the completions of each command of a program. */
  static List<Completions> of(CommandSpec program) {
    List<Completions> all = new ArrayList<>();
    program.subcommands().values().stream()
        .map(each -> each.getCommandSpec())
        .filter(each -> !each.usageMessage().hidden())
        .forEach(each -> all.add(ofCommand(each)));
    return all;
  }

  private static Completions ofCommand(CommandSpec command) {
    List<Option> options = new ArrayList<>();
    for (OptionSpec each : command.options()) {
      if (!each.hidden()) {
        options.add(
            new Option(
                List.of(each.names()),
                sentence(each.description()),
                each.arity().max() > 0,
                each.auxiliaryTypes()[0] == Path.class,
                values(each)));
      }
    }
    List<String> values = new ArrayList<>();
    boolean takesPaths = false;
    for (PositionalParamSpec each : command.positionalParameters()) {
      values.addAll(values(each));
      takesPaths |= each.paramLabel().equals(PathOptions.PATH);
    }
    return new Completions(
        command.name(),
        sentence(command.usageMessage().description()),
        options,
        values,
        takesPaths);
  }

  private static List<String> values(ArgSpec argument) {
    if (argument.completionCandidates() != null && !argument.auxiliaryTypes()[0].isEnum()) {
      return StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
    }
    return CompletionScript.values(argument);
  }

  private static String sentence(String[] description) {
    String text = description.length == 0 ? "" : description[0];
    int end = text.indexOf(". ");
    return (end < 0 ? text : text.substring(0, end)).replaceAll("[.]$", "");
  }
}
