package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * A Code Quality report for GitLab: one JSON array with an object for each finding ("Code Quality
 * report format" in GitLab's documentation).
 *
 * <p>GitLab tells the findings that a merge request brings from those that were there before by
 * their fingerprints ({@link Fingerprints}).
 */
public final class GitLabReporter implements Reporter {

  private final Json json;
  private final JsonGenerator generator;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   */
  public GitLabReporter(Writer out) {
    this.json = new Json(out);
    this.generator = json.generator();
  }

  @Override
  public void begin(RunInfo run) throws IOException {
    json.write(generator::writeStartArray);
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    SourceFile document = result.document();
    Map<Diagnostic, String> fingerprints = Fingerprints.withPath(document).of(result);
    json.write(
        () -> {
          for (Diagnostic diagnostic : result.diagnostics()) {
            finding(document, diagnostic, fingerprints.get(diagnostic));
          }
        });
  }

  private void finding(SourceFile document, Diagnostic diagnostic, String fingerprint) {
    generator.writeStartObject();
    generator.writeStringProperty("description", MessageText.oneLine(document, diagnostic));
    generator.writeStringProperty("check_name", "formulint/" + diagnostic.rule());
    generator.writeStringProperty("fingerprint", fingerprint);
    generator.writeStringProperty("severity", severity(diagnostic.severity()));
    generator.writeObjectPropertyStart("location");
    generator.writeStringProperty("path", document.name());
    generator.writeObjectPropertyStart("lines");
    int begin = document.lines().lineOf(diagnostic.span().start());
    generator.writeNumberProperty("begin", begin);
    generator.writeEndObject();
    generator.writeEndObject();
    generator.writeEndObject();
  }

  /** GitLab knows info, minor, major, critical and blocker. */
  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
    };
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.write(
        () -> {
          generator.writeEndArray();
          json.endLine();
          generator.flush();
        });
  }
}
