package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;

/**
 * One line for each finding, as editors and other programs read them: {@code file:line:column:
 * severity[rule]: message}.
 */
public final class ConciseReporter implements Reporter {

  private final Writer out;
  private final Palette palette;
  private final Ending ending;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   * @param palette colours or none
   * @param ending what comes after the last finding; the line that sums up is never written
   */
  public ConciseReporter(Writer out, Palette palette, Ending ending) {
    this.out = Objects.requireNonNull(out);
    this.palette = Objects.requireNonNull(palette);
    this.ending = Objects.requireNonNull(ending);
  }

  @Override
  public void begin(RunInfo run) {
    // Every line is a finding.
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    SourceFile document = result.document();
    for (Diagnostic diagnostic : result.diagnostics()) {
      line(
          VisibleText.line(document.name())
              + ":"
              + document.lines().position(diagnostic.span().start())
              + ": "
              + palette.severity(
                  diagnostic.severity(),
                  diagnostic.severity().label() + "[" + diagnostic.rule() + "]")
              + ": "
              + DisplayLine.sanitize(diagnostic.message())
              + Words.inPart(document, diagnostic));
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    if (ending.hasStatistics()) {
      for (Map.Entry<RuleId, Integer> each : Words.mostFrequentFirst(summary.rules())) {
        line(each.getValue() + " " + each.getKey());
      }
    }
    out.flush();
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
