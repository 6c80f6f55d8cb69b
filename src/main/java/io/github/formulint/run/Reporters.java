package io.github.formulint.run;

import io.github.formulint.config.OutputFormat;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.data.CheckstyleReporter;
import io.github.formulint.report.data.GitLabReporter;
import io.github.formulint.report.data.JUnitReporter;
import io.github.formulint.report.data.JsonLinesReporter;
import io.github.formulint.report.data.JsonReporter;
import io.github.formulint.report.data.ReviewdogReporter;
import io.github.formulint.report.data.SarifReporter;
import io.github.formulint.report.text.ConciseReporter;
import io.github.formulint.report.text.GitHubReporter;
import io.github.formulint.report.text.Palette;
import io.github.formulint.report.text.TextLayout;
import io.github.formulint.report.text.TextReporter;
import io.github.formulint.rules.BuiltInRules;
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
    return of(format, out, palette, ending, TextLayout.USUAL);
  }

  /**
   * Returns a new reporter.
   *
   * @param format the shape of the report
   * @param out takes the report
   * @param palette colours or none, for the formats for people
   * @param ending what comes after the last finding
   * @param layout how the format for people is laid out
   */
  public static Reporter of(
      OutputFormat format, Writer out, Palette palette, Ending ending, TextLayout layout) {
    return switch (format) {
      case TEXT -> new TextReporter(out, palette, ending, layout);
      case CONCISE -> new ConciseReporter(out, palette, ending);
      case JSON -> new JsonReporter(out, ending);
      case JSONL -> new JsonLinesReporter(out);
      case GITHUB -> new GitHubReporter(out, ending);
      case GITLAB -> new GitLabReporter(out);
      case SARIF -> new SarifReporter(out, BuiltInRules.all());
      case JUNIT -> new JUnitReporter(out);
      case CHECKSTYLE -> new CheckstyleReporter(out);
      case RDJSONL -> new ReviewdogReporter(out);
    };
  }
}
