package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/**
 * Reviewdog Diagnostic Format, one JSON object on a line for each finding ({@code
 * proto/rdf/reviewdog.proto}, message {@code Diagnostic}). Columns count the bytes of UTF-8 from 1,
 * as that format has it. A fix is a suggestion that replaces one range, so one of several edits
 * also repeats what stands between them.
 */
public final class ReviewdogReporter implements Reporter {

  private final Json json;
  private final JsonGenerator generator;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   */
  public ReviewdogReporter(Writer out) {
    this.json = new Json(out);
    this.generator = json.generator();
  }

  @Override
  public void begin(RunInfo run) {
    // Every line is a finding.
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    if (result.diagnostics().isEmpty()) {
      return;
    }
    SourceFile document = result.document();
    Utf8Columns columns = Utf8Columns.of(document);
    json.write(
        () -> {
          for (Diagnostic diagnostic : result.diagnostics()) {
            finding(document, columns, diagnostic);
            json.endLine();
          }
        });
  }

  private void finding(SourceFile document, Utf8Columns columns, Diagnostic diagnostic) {
    generator.writeStartObject();
    generator.writeStringProperty("message", MessageText.oneLine(document, diagnostic));
    generator.writeObjectPropertyStart("location");
    generator.writeStringProperty("path", document.name());
    range(columns, diagnostic.span());
    generator.writeEndObject();
    generator.writeStringProperty("severity", severity(diagnostic.severity()));
    generator.writeObjectPropertyStart("source");
    generator.writeStringProperty("name", "formulint");
    generator.writeEndObject();
    generator.writeObjectPropertyStart("code");
    generator.writeStringProperty("value", diagnostic.rule().name());
    generator.writeEndObject();
    if (!diagnostic.fixes().isEmpty()) {
      generator.writeArrayPropertyStart("suggestions");
      diagnostic.fixes().forEach(fix -> suggestion(document, columns, fix));
      generator.writeEndArray();
    }
    generator.writeEndObject();
  }

  private void suggestion(SourceFile document, Utf8Columns columns, Fix fix) {
    StringBuilder text = new StringBuilder();
    int copied = fix.span().start();
    for (Edit edit : fix.edits()) {
      text.append(document.text(), copied, edit.span().start()).append(edit.replacement());
      copied = edit.span().end();
    }
    generator.writeStartObject();
    range(columns, fix.span());
    generator.writeStringProperty("text", text.toString());
    generator.writeEndObject();
  }

  private void range(Utf8Columns columns, Span span) {
    generator.writeObjectPropertyStart("range");
    position("start", columns, span.start());
    position("end", columns, span.end());
    generator.writeEndObject();
  }

  private void position(String name, Utf8Columns columns, int offset) {
    generator.writeObjectPropertyStart(name);
    generator.writeNumberProperty("line", columns.line(offset));
    generator.writeNumberProperty("column", columns.column(offset));
    generator.writeEndObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "ERROR";
      case WARNING -> "WARNING";
    };
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.write(generator::flush);
  }
}
