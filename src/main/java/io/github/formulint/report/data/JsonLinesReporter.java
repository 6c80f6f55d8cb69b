package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/** One JSON object for each finding, each on a line of its own; nothing else. */
public final class JsonLinesReporter implements Reporter {

  private final Json json;
  private final JsonGenerator generator;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   */
  public JsonLinesReporter(Writer out) {
    this.json = new Json(out);
    this.generator = json.generator();
  }

  @Override
  public void begin(RunInfo run) {
    // Every line is a finding.
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    json.write(
        () -> {
          for (Diagnostic diagnostic : result.diagnostics()) {
            generator.writeStartObject();
            generator.writeStringProperty("path", result.document().name());
            json.diagnostic(result.document(), diagnostic);
            generator.writeEndObject();
            json.endLine();
          }
        });
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.write(generator::flush);
  }
}
