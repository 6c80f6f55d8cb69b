package io.github.formulint.cli.console;

import io.github.formulint.report.text.RunnerCommands;
import io.github.formulint.report.text.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes to standard error, a line each, fit for a terminal. What cannot be written there is lost;
 * there is nowhere left to say so. Thread-safe.
 */
public final class Messages {

  private final OutputStream err;
  private final Map<String, String> variables;
  private boolean hasTransientLine;

  /**
   * Writes to a stream, mostly standard error.
   *
   * @param err the stream
   * @param variables the environment variables of the process
   */
  public Messages(OutputStream err, Map<String, String> variables) {
    this.err = err;
    this.variables = variables;
  }

  /** Writes a message on a line. */
  public synchronized void say(String message) {
    eraseTransientLine();
    write("formulint: " + VisibleText.line(message) + "\n");
  }

  /** Writes lines. */
  public synchronized void sayLines(String lines) {
    eraseTransientLine();
    write(VisibleText.lines(lines.endsWith("\n") ? lines : lines + "\n"));
  }

  /** Shows a line that the next one replaces; for terminals only. */
  public synchronized void showTransientLine(String line) {
    eraseTransientLine();
    write(line);
    hasTransientLine = true;
  }

  /** Takes away the line that is shown, if there is one. */
  public synchronized void eraseTransientLine() {
    if (hasTransientLine) {
      // Back to the first column, and erase to the end (ECMA-48, section 8.3.41).
      write("\r\u001B[K");
      hasTransientLine = false;
    }
  }

  private void write(String text) {
    try {
      err.write(RunnerCommands.broken(text, variables).getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      hasTransientLine = false;
    }
  }
}
