package io.github.formulint.report.data;

import io.github.formulint.render.Verdict;
import io.github.formulint.report.VerdictWriter;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A JSON object for each formula, each on a line of its own. */
public final class JsonLinesVerdictWriter implements VerdictWriter {

  private final Json json;
  private final JsonGenerator generator;

  /**
   * Makes a writer.
   *
   * @param out takes the lines
   */
  public JsonLinesVerdictWriter(Writer out) {
    this.json = new Json(out);
    this.generator = json.generator();
  }

  @Override
  public void verdict(MathSource formula, Verdict verdict, Map<String, String> members)
      throws IOException {
    json.write(
        () -> {
          generator.writeStartObject();
          generator.writeStringProperty("tex", formula.tex());
          generator.writeBooleanProperty("display", formula.style() == MathStyle.DISPLAY);
          generator.writeBooleanProperty("ok", verdict.isRendered());
          generator.writeName("engines");
          json.engines(verdict);
          members.forEach(
              (name, value) -> {
                generator.writeName(name);
                generator.writeRawValue(value);
              });
          generator.writeEndObject();
          json.endLine();
        });
  }

  @Override
  public void unreadable(long line, String problem) throws IOException {
    json.write(
        () -> {
          generator.writeStartObject();
          generator.writeNumberProperty("line", line);
          generator.writeBooleanProperty("ok", false);
          generator.writeStringProperty("error", problem);
          generator.writeEndObject();
          json.endLine();
        });
  }

  @Override
  public void flush() throws IOException {
    json.write(generator::flush);
  }
}
