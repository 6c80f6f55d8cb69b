package io.github.formulint.cli.shell;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The script with which fish completes command lines, made from the definitions of the options. */
final class FishScript {

  private static final String FUNCTIONS =
      """
      # fish completion for formulint: formulint completion fish | source
      function __formulint_command
        for word in (commandline -opc)[2..-1]
          if contains -- $word COMMANDS
            echo $word
            return
          end
        end
        echo check
      end
      function __formulint_at
        test (__formulint_command) = $argv[1]
      end
      function __formulint_first
        test (count (commandline -opc)) -eq 1
      end
      complete -c formulint -e
      """;

  private FishScript() {}

  /** Returns the script. */
  static String of(CommandSpec program) {
    List<Completions> commands = Completions.of(program);
    StringBuilder script =
        new StringBuilder(
            FUNCTIONS.replace(
                "COMMANDS",
                commands.stream().map(Completions::command).collect(Collectors.joining(" "))));
    for (Completions command : commands) {
      script
          .append("complete -c formulint -n __formulint_first -a ")
          .append(command.command())
          .append(described(command.description()));
      String at = "complete -c formulint -n " + quoted("__formulint_at " + command.command());
      if (!command.takesPaths()) {
        script.append(at).append(" -f\n");
      }
      if (!command.values().isEmpty()) {
        script.append(at).append(" -f -a ").append(words(command.values())).append('\n');
      }
      for (Completions.Option option : command.options()) {
        script.append(at);
        for (String name : option.names()) {
          script.append(
              name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1));
        }
        if (option.takesPath()) {
          script.append(" -r -F");
        } else if (option.takesValue()) {
          script.append(" -x");
        }
        if (!option.values().isEmpty()) {
          script.append(" -a ").append(words(option.values()));
        }
        script.append(described(option.description()));
      }
    }
    return script.toString();
  }

  private static String words(List<String> values) {
    return quoted(String.join(" ", values));
  }

  private static String described(String description) {
    return " -d " + quoted(description) + "\n";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
