package io.github.formulint.cli;

import io.github.formulint.config.EngineChoice;
import picocli.CommandLine.Option;

/** The option that says which engines are asked. */
final class EngineOption {

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "Which engines judge the formulas: both, katex or jlatexmath. Default: both.")
  private EngineChoice choice = EngineChoice.BOTH;

  EngineChoice choice() {
    return choice;
  }
}
