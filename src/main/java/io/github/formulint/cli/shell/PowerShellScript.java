package io.github.formulint.cli.shell;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The script with which PowerShell completes command lines, made from the definitions of the
 * options ({@code Register-ArgumentCompleter -Native}, PowerShell 5 and newer).
 */
final class PowerShellScript {

  private static final String COMPLETER =
      """
      Register-ArgumentCompleter -Native -CommandName formulint -ScriptBlock {
        param($wordToComplete, $commandAst, $cursorPosition)
        $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
        if ($wordToComplete) { $words = @($words | Select-Object -SkipLast 1) }
        $command = 'check'
        foreach ($word in @($words | Select-Object -Skip 1)) {
          if ($formulintCommands.Contains($word)) { $command = $word; break }
        }
        $options = $formulintCommands[$command].Options
        $previous = $words[-1]
        if ($words.Count -gt 1 -and $options.Contains($previous) -and $null -ne $options[$previous]) {
          $proposed = $options[$previous]
        } else {
          $proposed = @($options.Keys) + $formulintCommands[$command].Values
          if ($words.Count -eq 1) { $proposed = @($formulintCommands.Keys) + $proposed }
        }
        $proposed | Where-Object { $_.StartsWith($wordToComplete) } | ForEach-Object {
          [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
        }
      }
      """;

  private PowerShellScript() {}

  /** Returns the script. */
  static String of(CommandSpec program) {
    StringBuilder script =
        new StringBuilder(
            "# PowerShell completion: formulint completion powershell | Out-String |"
                + " Invoke-Expression\n$formulintCommands = [ordered]@{\n");
    for (Completions command : Completions.of(program)) {
      script.append("  ").append(quoted(command.command())).append(" = @{\n");
      script.append("    Values = ").append(array(command.values())).append("\n");
      script.append("    Options = [ordered]@{\n");
      for (Completions.Option option : command.options()) {
        for (String name : option.names()) {
          script.append("      ").append(quoted(name)).append(" = ");
          script.append(option.takesValue() ? array(option.values()) : "$null").append("\n");
        }
      }
      script.append("    }\n  }\n");
    }
    return script.append("}\n").append(COMPLETER).toString();
  }

  private static String array(List<String> values) {
    return values.stream()
        .map(PowerShellScript::quoted)
        .collect(Collectors.joining(", ", "@(", ")"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
