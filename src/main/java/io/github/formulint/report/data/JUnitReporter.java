package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.source.Position;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLStreamException;

/**
 * XML as JUnit's runners write it, for the test pages of CI servers: a suite for each document, and
 * in it a test case for each finding, or one that passes where nothing was found. Errors are
 * failures; warnings are skipped test cases with their message, so that they show and fail nothing.
 */
public final class JUnitReporter implements Reporter {

  private final Xml xml;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   */
  public JUnitReporter(Writer out) {
    this.xml = new Xml(out);
  }

  @Override
  public void begin(RunInfo run) throws IOException {
    xml.write(
        () -> {
          xml.begin();
          xml.open("testsuites", "name", "formulint");
        });
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    SourceFile document = result.document();
    int errors = result.count(Severity.ERROR);
    int warnings = result.count(Severity.WARNING);
    xml.write(
        () -> {
          xml.open(
              "testsuite",
              "name",
              document.name(),
              "tests",
              Integer.toString(Math.max(1, errors + warnings)),
              "failures",
              Integer.toString(errors),
              "errors",
              "0",
              "skipped",
              Integer.toString(warnings),
              "time",
              "0");
          for (Diagnostic diagnostic : result.diagnostics()) {
            testCase(document, diagnostic);
          }
          if (result.diagnostics().isEmpty()) {
            xml.empty("testcase", "name", "formulas", "classname", document.name(), "time", "0");
          }
          xml.close();
        });
  }

  private void testCase(SourceFile document, Diagnostic diagnostic) throws XMLStreamException {
    Position start = document.lines().position(diagnostic.span().start());
    String message = MessageText.oneLine(document, diagnostic);
    xml.open(
        "testcase",
        "name",
        diagnostic.rule() + " (" + start + ")",
        "classname",
        document.name(),
        "time",
        "0");
    switch (diagnostic.severity()) {
      case ERROR ->
          xml.text(
              "failure",
              document.name() + ":" + start + ": " + message,
              "type",
              diagnostic.rule().name(),
              "message",
              message);
      case WARNING -> xml.empty("skipped", "message", message);
    }
    xml.close();
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
