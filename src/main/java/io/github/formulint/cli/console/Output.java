package io.github.formulint.cli.console;

import io.github.formulint.report.text.RunnerCommands;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Standard output as UTF-8, and what to do when it cannot be written. */
public final class Output {

  private Output() {}

  /** Returns a writer to a stream. */
  public static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  /**
   * Returns a writer of what is said of documents, in which nothing is a command for the runner of
   * a build.
   *
   * @param out where it goes
   * @param environment says whether there is a runner
   * @param kind what is written
   */
  public static Writer report(OutputStream out, Environment environment, RunnerCommands.Kind kind) {
    return RunnerCommands.guard(writer(out), environment.variables(), kind);
  }

  /**
   * Writes a text that is all there is to say.
   *
   * @return the exit code
   * @throws IOException if it cannot be written, though somebody reads
   */
  public static int print(String text, OutputStream out) throws IOException {
    return print(
        () -> {
          out.write(text.getBytes(StandardCharsets.UTF_8));
          out.flush();
        });
  }

  /** Writes all there is to say. */
  @FunctionalInterface
  public interface Content {
    void write() throws IOException;
  }

  /**
   * Writes all there is to say, or as much as somebody reads.
   *
   * @return the exit code
   * @throws IOException if it cannot be written, though somebody reads
   */
  public static int print(Content content) throws IOException {
    try {
      content.write();
    } catch (IOException e) {
      if (!isClosedByReader(e)) {
        throw e;
      }
    }
    return ExitCode.CLEAN;
  }

  /**
   * Returns whether writing failed because nobody reads any more, as with {@code | head}. The
   * system says so only in words.
   */
  public static boolean isClosedByReader(IOException failure) {
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("broken pipe")
        || words.contains("pipe is being closed")
        || words.contains("connection reset");
  }
}
