package io.github.formulint.cli.console;

/** What a run tells the program that called it. */
public final class ExitCode {

  /** Nothing was found. */
  public static final int CLEAN = 0;

  /** There are findings at or above the threshold. */
  public static final int FINDINGS = 1;

  /** The options are wrong, or something cannot be read or written. */
  public static final int USAGE_OR_IO = 2;

  /** The program broke down. */
  public static final int INTERNAL_ERROR = 3;

  private ExitCode() {}
}
