package io.github.formulint.cli.shell;

import io.github.formulint.cli.option.PathOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The script with which bash and zsh complete command lines, made from the definitions of the
 * options. Picocli writes it; what it does not know is filled in here: that values are given in
 * lower case, which arguments are paths, and {@code --option=value}.
 */
final class CompletionScript {

  /**
   * Stands between the shell and picocli's function. Bash hands over {@code --option=value} as
   * three words, zsh as one; picocli's function expects two.
   */
  private static final String VALUES =
      """

      # Completes --option=value as well, which bash hands over as three words, and zsh as one.
      function _complete_NAME_value() {
        local word=${COMP_WORDS[COMP_CWORD]} option=
        if [ "$word" = = ]; then
          COMP_WORDS[COMP_CWORD]=
        elif (( COMP_CWORD > 1 )) && [ "${COMP_WORDS[COMP_CWORD - 1]}" = = ]; then
          (( COMP_CWORD -= 1 ))
          COMP_WORDS[COMP_CWORD]=$word
        elif [[ "$word" == --*=* ]]; then
          option=${word%%=*}
          COMP_WORDS[COMP_CWORD]=$option
          (( COMP_CWORD += 1 ))
          COMP_WORDS[COMP_CWORD]=${word#*=}
        fi
        _complete_NAME
        [ -z "$option" ] || COMPREPLY=("${COMPREPLY[@]/#/$option=}")
      }
      complete -F _complete_NAME_value -o default NAME
      """;

  private CompletionScript() {}

  /**
   * Returns the script.
   *
   * @param program the whole program; its model is changed, so parse nothing with it afterwards
   */
  static String of(CommandLine program) {
    complete(program.getCommandSpec());
    String name = program.getCommandName();
    return AutoComplete.bash(name, program) + VALUES.replace("NAME", name);
  }

  private static void complete(CommandSpec command) {
    for (OptionSpec option : List.copyOf(command.options())) {
      List<String> values = values(option);
      if (!values.isEmpty()) {
        command.remove(option);
        command.add(OptionSpec.builder(option).completionCandidates(values).build());
      }
    }
    for (PositionalParamSpec argument : List.copyOf(command.positionalParameters())) {
      boolean isPath = argument.paramLabel().equals(PathOptions.PATH);
      List<String> values = values(argument);
      if (isPath || !values.isEmpty()) {
        command.remove(argument);
        command.add(isPath ? path(argument) : oneOf(values, argument));
      }
    }
    command.subcommands().values().forEach(each -> complete(each.getCommandSpec()));
  }

  private static PositionalParamSpec path(PositionalParamSpec argument) {
    return PositionalParamSpec.builder()
        .paramLabel(argument.paramLabel())
        .index(argument.index())
        .arity(argument.arity())
        .type(Path.class)
        .build();
  }

  private static PositionalParamSpec oneOf(List<String> values, PositionalParamSpec argument) {
    return PositionalParamSpec.builder(argument).completionCandidates(values).build();
  }

  /** Returns the words that an option with an enum takes; none for others. */
  static List<String> values(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT))
            .toList()
        : List.of();
  }
}
