package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import java.util.Objects;

/**
 * For logs that know severities, such as a build's: a message for each finding with its place, and
 * its hint on a second line.
 */
public final class LogReporter implements Reporter {

  /** Takes the messages. */
  public interface Log {

    /**
     * Takes a finding.
     *
     * @param severity how much it matters
     * @param message the finding, in one line or two
     */
    void finding(Severity severity, String message);

    /**
     * Takes the line that sums up.
     *
     * @param message the line
     */
    void summary(String message);
  }

  private final Log log;

  /**
   * Makes a reporter.
   *
   * @param log takes the messages
   */
  public LogReporter(Log log) {
    this.log = Objects.requireNonNull(log);
  }

  @Override
  public void begin(RunInfo run) {
    // The versions stand in the report file.
  }

  @Override
  public void document(LintedDocument result) {
    for (Diagnostic diagnostic : result.diagnostics()) {
      String place =
          VisibleText.line(result.document().name())
              + ":"
              + result.document().lines().position(diagnostic.span().start())
              + Words.inPart(result.document(), diagnostic);
      String hint =
          diagnostic.hint().map(each -> "\n  hint: " + DisplayLine.sanitize(each)).orElse("");
      String message = DisplayLine.sanitize(diagnostic.message());
      log.finding(
          diagnostic.severity(), place + ": " + message + " [" + diagnostic.rule() + "]" + hint);
    }
  }

  @Override
  public void end(Summary summary) {
    log.summary(Words.sumUp(summary));
    Words.setUps(summary).forEach(log::summary);
  }
}
