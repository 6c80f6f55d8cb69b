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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * A Code Quality report for GitLab: one JSON array with an object for each finding ("Code Quality
 * report format" in GitLab's documentation).
 *
 * <p>GitLab tells the findings that a merge request brings from those that were there before by
 * their fingerprints. A fingerprint is made of the path, the rule, what is written at the place,
 * and the number of the finding among those that share all three; so it stays when lines are added
 * above, and when formulint words its messages anew.
 */
public final class GitLabReporter implements Reporter {

  /** Hexadecimal digits; half of SHA-256 is plenty. */
  private static final int FINGERPRINT_LENGTH = 32;

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
    Map<String, Integer> seen = new HashMap<>();
    json.write(
        () -> {
          for (Diagnostic diagnostic : result.diagnostics()) {
            String subject = subject(document, diagnostic);
            finding(document, diagnostic, subject, seen.merge(subject, 1, Integer::sum));
          }
        });
  }

  private void finding(SourceFile document, Diagnostic diagnostic, String subject, int number) {
    generator.writeStartObject();
    generator.writeStringProperty(
        "description",
        diagnostic
            .hint()
            .map(hint -> diagnostic.message() + "; hint: " + hint)
            .orElse(diagnostic.message()));
    generator.writeStringProperty("check_name", "formulint/" + diagnostic.rule());
    generator.writeStringProperty("fingerprint", fingerprint(subject + "\0" + number));
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

  private static String subject(SourceFile document, Diagnostic diagnostic) {
    return String.join(
        "\0",
        List.of(
            document.name(),
            diagnostic.rule().name(),
            diagnostic.formula().map(formula -> Json.cut(formula.tex())).orElse(""),
            Json.cut(diagnostic.span().of(document.text()))));
  }

  private static String fingerprint(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
