package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.source.Position;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.Writer;

/**
 * XML as Checkstyle writes it ({@code XMLLogger} of Checkstyle 10), which Jenkins, SonarQube,
 * reviewdog and many others read: a file with its findings, one element each. Files without
 * findings are left out, as a run over thousands of documents would be mostly those.
 */
public final class CheckstyleReporter implements Reporter {

  /** Readers look at the shape, not at this number; it is the one that most tools write. */
  private static final String VERSION = "4.3";

  private final Xml xml;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   */
  public CheckstyleReporter(Writer out) {
    this.xml = new Xml(out);
  }

  @Override
  public void begin(RunInfo run) throws IOException {
    xml.write(
        () -> {
          xml.begin();
          xml.open("checkstyle", "version", VERSION);
        });
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    if (result.diagnostics().isEmpty()) {
      return;
    }
    SourceFile document = result.document();
    xml.write(
        () -> {
          xml.open("file", "name", document.name());
          for (Diagnostic diagnostic : result.diagnostics()) {
            Position start = document.lines().position(diagnostic.span().start());
            xml.empty(
                "error",
                "line",
                Integer.toString(start.line()),
                "column",
                Integer.toString(start.column()),
                "severity",
                diagnostic.severity().label(),
                "message",
                MessageText.oneLine(document, diagnostic),
                "source",
                "formulint." + diagnostic.rule());
          }
          xml.close();
        });
  }

  @Override
  public void end(Summary summary) throws IOException {
    xml.write(
        () -> {
          xml.close();
          xml.end();
        });
  }
}
