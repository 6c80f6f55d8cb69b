package io.github.formulint.run;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What is said when the program itself breaks down. */
public final class InternalError {

  private InternalError() {}

  /**
   * Returns what happened and what to report.
   *
   * @param cause what happened
   * @param occasion when, such as {@code while checking a.md}
   */
  public static String describe(Throwable cause, String occasion) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace, true));
    return "formulint: internal error "
        + occasion
        + ". This is a fault of formulint, not of the document. Please report it, with the document"
        + " if you can, and with these lines:\n"
        + String.format(
            "formulint %s, Java %s (%s), %s %s%n",
            Version.current(),
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"))
        + trace;
  }
}
