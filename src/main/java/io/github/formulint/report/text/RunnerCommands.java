package io.github.formulint.report.text;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps what a document or the name of a file says from being taken for a command by the runner
 * that reads the log. {@code ##[name]} counts anywhere in a line for the runner of GitHub Actions
 * and {@code ##vso[name]} for that of Azure Pipelines (actions/runner, {@code
 * ActionCommand.TryParse}; microsoft/azure-pipelines-agent, {@code Command.TryParse}), {@code
 * ##teamcity[name]} for TeamCity (service messages), and {@code ::name::} at the beginning of a
 * line for GitHub ({@code ActionCommand.TryParseV2}, which skips white space before it). Such text
 * is broken up, and only where there is such a runner.
 */
public final class RunnerCommands {

  /** What each runner sets for the programs it starts. */
  private static final List<String> RUNNERS =
      List.of("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION");

  /** What is written. */
  public enum Kind {
    /** For people: a space or a backslash breaks a command up. */
    TEXT,
    /** As above, but lines may begin with commands, which are ours. */
    COMMANDS,
    /** XML: a reference breaks a command up, so that the data stay as they are. */
    XML,
    /** JSON: an escape breaks a command up, so that the data stay as they are. */
    JSON
  }

  private RunnerCommands() {}

  /**
   * Returns a writer that breaks commands up; the same writer where there is no runner.
   *
   * @param out takes the text
   * @param variables the environment variables
   * @param kind what is written
   */
  public static Writer guard(Writer out, Map<String, String> variables, Kind kind) {
    Objects.requireNonNull(kind);
    return RUNNERS.stream().anyMatch(variables::containsKey) ? new Guard(out, kind) : out;
  }

  /**
   * Returns lines for people in which commands are broken up where there is a runner.
   *
   * @param lines any text
   * @param variables the environment variables
   */
  public static String broken(String lines, Map<String, String> variables) {
    StringWriter text = new StringWriter();
    try (Writer guard = guard(text, variables, Kind.TEXT)) {
      guard.write(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail", e);
    }
    return text.toString();
  }

  /** For one thread. */
  private static final class Guard extends FilterWriter {

    private final Kind kind;

    /** How many number signs stand directly before. */
    private int signs;

    /** Whether nothing but white space stands before in the line. */
    private boolean isAtStart = true;

    Guard(Writer out, Kind kind) {
      super(out);
      this.kind = kind;
    }

    @Override
    public void write(int unit) throws IOException {
      char c = (char) unit;
      if (signs >= 2 && (c == '[' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
        if (kind == Kind.JSON || kind == Kind.XML) {
          out.write(kind == Kind.JSON ? String.format("\\u%04X", unit) : "&#" + unit + ";");
          pass(c);
          return;
        }
        out.write(' ');
      } else if (isAtStart && c == ':' && kind == Kind.TEXT) {
        out.write('\\');
      }
      out.write(c);
      pass(c);
    }

    private void pass(char c) {
      signs = c == '#' ? signs + 1 : 0;
      isAtStart = c == '\n' || c == '\r' || isAtStart && Character.isWhitespace(c);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        write(text[i]);
      }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        write(text.charAt(i));
      }
    }
  }
}
