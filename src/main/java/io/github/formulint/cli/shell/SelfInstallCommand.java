package io.github.formulint.cli.shell;

import io.github.formulint.cli.console.ExitCode;
import io.github.formulint.cli.console.Messages;
import io.github.formulint.cli.option.HelpOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code formulint self-install}, which the launcher does. It stands here for the sake of the help,
 * the manual page and completion.
 */
@Command(
    name = "self-install",
    description = {
      "Install formulint for the user: the launcher, and the jar.",
      "What was there is replaced. The launcher does this; the jar alone cannot."
    })
public final class SelfInstallCommand implements Callable<Integer> {

  private final Messages messages;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description =
          "Where the launcher goes; the jar goes into share/formulint beside a folder named bin,"
              + " else into the same folder. Default: ~/.local/bin.")
  private String folder;

  @Mixin private HelpOption help;

  /**
   * Makes the command.
   *
   * @param messages takes what is said beside the report
   */
  public SelfInstallCommand(Messages messages) {
    this.messages = messages;
  }

  @Override
  public Integer call() {
    messages.say("self-install is done by the launcher, the script formulint: run that");
    return ExitCode.USAGE_OR_IO;
  }
}
