package io.github.formulint.cli.shell;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.option.HelpOption;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code formulint completion}: prints the script that completes command lines. */
@Command(
    name = "completion",
    description = {
      "Print the script with which a shell completes the options of formulint.",
      "For bash, in ~/.bashrc: source <(formulint completion bash)",
      "For zsh, in ~/.zshrc: source <(formulint completion zsh)",
      "For fish: formulint completion fish > ~/.config/fish/completions/formulint.fish",
      "For PowerShell, in $PROFILE: formulint completion powershell | Out-String |"
          + " Invoke-Expression"
    })
public final class CompletionCommand implements Callable<Integer> {

  /** The shells for which there is a script; bash and zsh have the same one. */
  public enum Shell {
    BASH,
    ZSH,
    FISH,
    POWERSHELL
  }

  private final Environment environment;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or powershell.")
  private Shell shell;

  @Mixin private HelpOption help;

  /**
   * Makes the command.
   *
   * @param environment where it reads and writes
   */
  public CompletionCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    String script =
        switch (shell) {
          case BASH, ZSH -> CompletionScript.of(command.root().commandLine());
          case FISH -> FishScript.of(command.root());
          case POWERSHELL -> PowerShellScript.of(command.root());
        };
    return Output.print(script, environment.out());
  }
}
