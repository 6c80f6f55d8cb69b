package io.github.formulint.cli;

import io.github.formulint.config.EngineChoice;
import picocli.CommandLine.Option;

/** The option that says which engines are asked. */
final class EngineOption {

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "both",
      description =
          "Which engines judge the formulas: both, katex or jlatexmath. Default: ${DEFAULT-VALUE}.")
  private EngineChoice choice;

  EngineChoice choice() {
    return choice;
  }
}
