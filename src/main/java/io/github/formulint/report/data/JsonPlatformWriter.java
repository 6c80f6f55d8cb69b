package io.github.formulint.report.data;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Spelling;
import io.github.formulint.report.PlatformWriter;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** Platforms for programs: an array of objects, or the object of one with what it reads. */
public final class JsonPlatformWriter implements PlatformWriter {

  private final Writer out;
  private final Json json;
  private final JsonGenerator generator;

  /**
   * Makes a writer.
   *
   * @param out takes the JSON
   */
  public JsonPlatformWriter(Writer out) {
    this.out = Objects.requireNonNull(out);
    this.json = new Json(out);
    this.generator = json.generator();
  }

  @Override
  public void list(List<Platform> platforms) throws IOException {
    json.write(
        () -> {
          generator.writeStartArray();
          for (Platform platform : platforms) {
            generator.writeStartObject();
            facts(platform);
            generator.writeEndObject();
          }
          generator.writeEndArray();
          generator.flush();
        });
    end();
  }

  @Override
  public void describe(Platform platform) throws IOException {
    json.write(
        () -> {
          generator.writeStartObject();
          facts(platform);
          generator.writeArrayPropertyStart("spellings");
          Spelling.all().forEach(spelling -> spelling(spelling, platform));
          generator.writeEndArray();
          generator.writeEndObject();
          generator.flush();
        });
    end();
  }

  private void facts(Platform platform) {
    generator.writeStringProperty("platform", platform.id());
    generator.writeStringProperty("name", platform.displayName());
    generator.writeStringProperty("engine", platform.profile().engine().engineName());
    generator.writeStringProperty("version", platform.version());
    generator.writeStringProperty("certainty", platform.certainty().description());
    generator.writeStringProperty("source", platform.source());
    generator.writeStringProperty("tex", platform.mathText().description());
    strings("limits", platform.limits());
    strings(
        "delimiters",
        Spelling.delimiters(platform.reader()).stream().map(Delimiter::opener).toList());
  }

  private void strings(String name, List<String> values) {
    generator.writeArrayPropertyStart(name);
    values.forEach(generator::writeString);
    generator.writeEndArray();
  }

  private void spelling(Spelling spelling, Platform platform) {
    generator.writeStartObject();
    generator.writeStringProperty("spelling", spelling.label());
    generator.writeStringProperty("document", spelling.document());
    generator.writeArrayPropertyStart("formulas");
    for (Formula formula : spelling.readBy(platform.reader())) {
      generator.writeStartObject();
      generator.writeBooleanProperty("display", formula.style() == MathStyle.DISPLAY);
      generator.writeStringProperty("tex", formula.tex());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private void end() throws IOException {
    out.write('\n');
    out.flush();
  }
}
