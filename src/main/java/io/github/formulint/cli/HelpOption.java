package io.github.formulint.cli;

import picocli.CommandLine.Option;

/** The option that shows the help. */
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean isAskedFor;
}
