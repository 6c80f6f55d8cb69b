package io.github.formulint.cli.option;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.report.text.Palette;

/** When reports have colours. */
public enum ColorChoice {
  /** On a terminal, unless NO_COLOR is set (no-color.org) or the terminal is dumb. */
  AUTO,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER;

  /** Returns how to write, where a choice is left to the terminal and the environment. */
  public Palette palette(Environment environment) {
    return switch (this) {
      case ALWAYS -> Palette.COLOURED;
      case NEVER -> Palette.PLAIN;
      case AUTO -> suits(environment) ? Palette.COLOURED : Palette.PLAIN;
    };
  }

  private static boolean suits(Environment environment) {
    return environment.isOutTerminal()
        && environment.variables().getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.variables().get("TERM"));
  }
}
