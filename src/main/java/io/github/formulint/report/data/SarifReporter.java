package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Dropped;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RulePage;
import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * SARIF 2.1.0 (OASIS Standard, 27 March 2020), as code scanning and editors read it: one run with
 * all rules and their pages, and for each finding its place, its fixes and a fingerprint.
 *
 * <p>Columns count UTF-16 code units from 1 and the run says so ({@code columnKind}, section
 * 3.14.17), which is what readers take for granted. Fingerprints ({@link Fingerprints}) are those
 * of the document whatever its name, since a result has its place beside them.
 */
public final class SarifReporter implements Reporter {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The name says how the fingerprint is made, so another way gets another one. */
  private static final String FINGERPRINT = "formulint/v1";

  private final Json json;
  private final JsonGenerator generator;
  private final List<Rule> rules;
  private final Map<RuleId, Integer> indices = new HashMap<>();
  private boolean hasBaseline;
  private boolean showsDropped;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   * @param rules the rules that may have found something
   */
  public SarifReporter(Writer out, List<Rule> rules) {
    this.json = new Json(out);
    this.generator = json.generator();
    this.rules = List.copyOf(rules);
    for (Rule rule : rules) {
      indices.put(rule.id(), indices.size());
    }
  }

  @Override
  public void begin(RunInfo run) throws IOException {
    hasBaseline = run.hasBaseline();
    showsDropped = run.showsDropped();
    json.write(
        () -> {
          generator.writeStartObject();
          generator.writeStringProperty("$schema", SCHEMA);
          generator.writeStringProperty("version", "2.1.0");
          generator.writeArrayPropertyStart("runs");
          generator.writeStartObject();
          generator.writeObjectPropertyStart("tool");
          generator.writeObjectPropertyStart("driver");
          generator.writeStringProperty("name", "formulint");
          generator.writeStringProperty("version", run.version());
          generator.writeArrayPropertyStart("rules");
          rules.forEach(this::rule);
          generator.writeEndArray();
          generator.writeEndObject();
          generator.writeEndObject();
          generator.writeStringProperty("columnKind", "utf16CodeUnits");
          generator.writeArrayPropertyStart("results");
        });
  }

  private void rule(Rule rule) {
    RulePage page = RulePage.of(rule.id());
    generator.writeStartObject();
    generator.writeStringProperty("id", rule.id().name());
    generator.writeStringProperty("name", className(rule.id()));
    text("shortDescription", page.summary());
    generator.writeObjectPropertyStart("help");
    generator.writeStringProperty("text", page.markdown());
    generator.writeStringProperty("markdown", page.markdown());
    generator.writeEndObject();
    generator.writeObjectPropertyStart("defaultConfiguration");
    generator.writeStringProperty("level", level(rule.severity()));
    generator.writeEndObject();
    generator.writeObjectPropertyStart("properties");
    generator.writeArrayPropertyStart("tags");
    generator.writeString(rule.family().label());
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndObject();
  }

  /** Returns the name that people see, such as {@code UndefinedCommand}. */
  private static String className(RuleId rule) {
    StringBuilder name = new StringBuilder();
    for (String word : rule.name().split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    SourceFile document = result.document();
    Map<Diagnostic, String> fingerprints = Fingerprints.withoutPath(document).of(result);
    Map<Diagnostic, Dropped> dropped = new IdentityHashMap<>();
    List<Diagnostic> told = new ArrayList<>(result.diagnostics());
    if (showsDropped) {
      for (Dropped each : result.dropped()) {
        dropped.put(each.finding(), each);
        told.add(each.finding());
      }
      told.sort(Diagnostic.BY_PLACE);
    }
    json.write(
        () -> {
          for (Diagnostic each : told) {
            result(document, each, fingerprints.get(each), Optional.ofNullable(dropped.get(each)));
          }
        });
  }

  private void result(
      SourceFile document, Diagnostic diagnostic, String fingerprint, Optional<Dropped> dropped) {
    generator.writeStartObject();
    generator.writeStringProperty("ruleId", diagnostic.rule().name());
    if (indices.containsKey(diagnostic.rule())) {
      generator.writeNumberProperty("ruleIndex", indices.get(diagnostic.rule()));
    }
    generator.writeStringProperty("level", level(diagnostic.severity()));
    text("message", MessageText.oneLine(document, diagnostic));
    generator.writeArrayPropertyStart("locations");
    generator.writeStartObject();
    generator.writeObjectPropertyStart("physicalLocation");
    artifact(document);
    region("region", document, diagnostic.span());
    generator.writeEndObject();
    generator.writeEndObject();
    generator.writeEndArray();
    generator.writeObjectPropertyStart("partialFingerprints");
    generator.writeStringProperty(FINGERPRINT, fingerprint);
    generator.writeEndObject();
    if (hasBaseline) {
      // Section 3.27.24.
      boolean isOld = dropped.filter(each -> each.cause() == Dropped.Cause.BASELINE).isPresent();
      generator.writeStringProperty("baselineState", isOld ? "unchanged" : "new");
    }
    dropped.ifPresent(this::suppression);
    if (!diagnostic.fixes().isEmpty()) {
      generator.writeArrayPropertyStart("fixes");
      diagnostic.fixes().forEach(fix -> fix(document, fix));
      generator.writeEndArray();
    }
    properties(diagnostic);
    generator.writeEndObject();
  }

  /** Section 3.35. What a remark does not say is said elsewhere: in options, or a baseline. */
  private void suppression(Dropped dropped) {
    generator.writeArrayPropertyStart("suppressions");
    generator.writeStartObject();
    generator.writeStringProperty(
        "kind", dropped.cause() == Dropped.Cause.REMARK ? "inSource" : "external");
    generator.writeStringProperty("status", "accepted");
    generator.writeStringProperty("justification", dropped.reason());
    generator.writeEndObject();
    generator.writeEndArray();
  }

  private void properties(Diagnostic diagnostic) {
    List<String> platforms = new ArrayList<>();
    diagnostic.platforms().forEach(platform -> platforms.add(platform.id()));
    if (!platforms.isEmpty()) {
      generator.writeObjectPropertyStart("properties");
      generator.writeArrayPropertyStart("platforms");
      platforms.forEach(generator::writeString);
      generator.writeEndArray();
      generator.writeEndObject();
    }
  }

  private void fix(SourceFile document, Fix fix) {
    generator.writeStartObject();
    text("description", fix.description());
    generator.writeArrayPropertyStart("artifactChanges");
    generator.writeStartObject();
    artifact(document);
    generator.writeArrayPropertyStart("replacements");
    for (Edit edit : fix.edits()) {
      generator.writeStartObject();
      region("deletedRegion", document, edit.span());
      text("insertedContent", edit.replacement());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndArray();
    generator.writeObjectPropertyStart("properties");
    generator.writeStringProperty("applicability", fix.applicability().label());
    generator.writeEndObject();
    generator.writeEndObject();
  }

  private void artifact(SourceFile document) {
    generator.writeObjectPropertyStart("artifactLocation");
    generator.writeStringProperty("uri", UriReference.of(document.name()));
    generator.writeEndObject();
  }

  private void region(String name, SourceFile document, Span span) {
    LineIndex lines = document.lines();
    int startLine = lines.lineOf(span.start());
    int endLine = lines.lineOf(span.end());
    generator.writeObjectPropertyStart(name);
    generator.writeNumberProperty("startLine", startLine);
    generator.writeNumberProperty("startColumn", column(lines, startLine, span.start()));
    generator.writeNumberProperty("endLine", endLine);
    generator.writeNumberProperty("endColumn", column(lines, endLine, span.end()));
    generator.writeEndObject();
  }

  /** A byte order mark has no column, here as with all that read SARIF. */
  private static int column(LineIndex lines, int line, int offset) {
    return Math.max(0, offset - lines.line(line).start()) + 1;
  }

  private void text(String name, String text) {
    generator.writeObjectPropertyStart(name);
    generator.writeStringProperty("text", text);
    generator.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.write(
        () -> {
          generator.writeEndArray();
          generator.writeEndObject();
          generator.writeEndArray();
          generator.writeEndObject();
          json.endLine();
          generator.flush();
        });
  }
}
