package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.markdown.comparison.PlatformCounts;
import io.github.formulint.render.EngineId;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** One JSON object for the whole run, written as the documents come. */
public final class JsonReporter implements Reporter {

  private final Json json;
  private final JsonGenerator generator;
  private final Ending ending;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   * @param ending whether the summary also counts the findings of each rule
   */
  public JsonReporter(Writer out, Ending ending) {
    this.json = new Json(out);
    this.generator = json.generator();
    this.ending = Objects.requireNonNull(ending);
  }

  @Override
  public void begin(RunInfo run) throws IOException {
    json.write(
        () -> {
          generator.writeStartObject();
          generator.writeStringProperty("version", run.version());
          generator.writeObjectPropertyStart("engines");
          for (Map.Entry<EngineId, String> engine : run.engines().entrySet()) {
            generator.writeStringProperty(
                EngineId.label(engine.getKey(), run.engines().keySet()), engine.getValue());
          }
          generator.writeEndObject();
          generator.writeArrayPropertyStart("files");
        });
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    json.write(
        () -> {
          generator.writeStartObject();
          generator.writeStringProperty("path", result.document().name());
          generator.writeNumberProperty("formulas", result.formulas().count());
          generator.writeArrayPropertyStart("diagnostics");
          for (Diagnostic diagnostic : result.diagnostics()) {
            generator.writeStartObject();
            json.diagnostic(result.document(), diagnostic);
            generator.writeEndObject();
          }
          generator.writeEndArray();
          generator.writeEndObject();
        });
  }

  /** The summary stands last, since it is known last. */
  @Override
  public void end(Summary summary) throws IOException {
    json.write(
        () -> {
          generator.writeEndArray();
          generator.writeObjectPropertyStart("summary");
          generator.writeNumberProperty("files", summary.files());
          generator.writeNumberProperty("formulas", summary.formulas());
          generator.writeNumberProperty("distinctFormulas", summary.distinctFormulas());
          generator.writeNumberProperty("errors", summary.errors());
          generator.writeNumberProperty("warnings", summary.warnings());
          generator.writeNumberProperty("fixable", summary.fixable());
          generator.writeNumberProperty("unsafelyFixable", summary.unsafelyFixable());
          generator.writeNumberProperty("fixed", summary.fixed());
          generator.writeArrayPropertyStart("platforms");
          summary.platforms().forEach(this::counts);
          generator.writeEndArray();
          if (ending.hasStatistics()) {
            generator.writeObjectPropertyStart("rules");
            for (Map.Entry<RuleId, Integer> rule : summary.rules().entrySet()) {
              generator.writeNumberProperty(rule.getKey().name(), rule.getValue());
            }
            generator.writeEndObject();
          }
          generator.writeEndObject();
          generator.writeEndObject();
          json.endLine();
          generator.flush();
        });
  }

  private void counts(PlatformCounts counts) {
    generator.writeStartObject();
    generator.writeStringProperty("platform", counts.platform().id());
    generator.writeNumberProperty("meant", counts.meant());
    generator.writeNumberProperty("read", counts.read());
    generator.writeNumberProperty("lost", counts.lost());
    generator.writeNumberProperty("altered", counts.altered());
    generator.writeNumberProperty("accidental", counts.accidental());
    generator.writeEndObject();
  }
}
