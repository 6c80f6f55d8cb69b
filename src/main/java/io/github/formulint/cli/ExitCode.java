package io.github.formulint.cli;

/** What a run tells the program that called it. */
final class ExitCode {

  /** Nothing was found. */
  static final int CLEAN = 0;

  /** There are findings at or above the threshold. */
  static final int FINDINGS = 1;

  /** The options are wrong, or something cannot be read or written. */
  static final int USAGE_OR_IO = 2;

  /** The program broke down. */
  static final int INTERNAL_ERROR = 3;

  private ExitCode() {}
}
