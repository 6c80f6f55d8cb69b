package io.github.formulint.report;

import io.github.formulint.config.OutputFormat;
import java.io.Writer;

/** The reporter of each output format. */
public final class Reporters {

  private Reporters() {}

  /**
   * Returns a new reporter.
   *
   * @param format the shape of the report
   * @param out takes the report
   * @param palette colours or none, for the formats for people
   * @param ending what comes after the last finding
   */
  public static Reporter of(OutputFormat format, Writer out, Palette palette, Ending ending) {
    return switch (format) {
      case TEXT -> new TextReporter(out, palette, ending);
      case CONCISE -> new ConciseReporter(out, palette, ending);
      case JSON -> new JsonReporter(out, ending);
      case JSONL -> new JsonLinesReporter(out);
      case GITHUB -> new GitHubReporter(out, ending);
      case GITLAB -> new GitLabReporter(out);
    };
  }
}
