package io.github.formulint.cli.option;

import picocli.CommandLine.Option;

/** The option that shows the help. */
public final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean isAskedFor;
}
