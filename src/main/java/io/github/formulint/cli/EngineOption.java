package io.github.formulint.cli;

import io.github.formulint.config.Config;
import io.github.formulint.config.EngineChoice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says which engines are asked. */
final class EngineOption {

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "Which engines judge the formulas: both, katex or jlatexmath. Default: both. Alone,"
              + " JLaTeXMath is asked as the library stands; else as a second opinion, through"
              + " formulint's translation of what it lacks.")
  private EngineChoice choice;

  /** Returns what the command line says. */
  Optional<EngineChoice> given() {
    return Optional.ofNullable(choice);
  }

  EngineChoice choice() {
    return given().orElse(Config.DEFAULT.engines());
  }
}
