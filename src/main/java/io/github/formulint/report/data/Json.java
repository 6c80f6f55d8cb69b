package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Formula;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.Part;
import io.github.formulint.source.Position;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON shapes that the formats share. A name is always there; what is unknown is {@code null}.
 * Offsets count UTF-16 code units, lines and columns from 1, columns in code points.
 */
final class Json {

  /** Writes JSON. */
  interface Content {
    void write();
  }

  /** The longest TeX told with a finding, in UTF-16 code units; hardly a formula is longer. */
  static final int MOST_TEX = 2000;

  private final JsonGenerator generator;

  /**
   * Makes a writer of JSON.
   *
   * @param out takes the JSON; it is never closed
   */
  Json(Writer out) {
    JsonFactory factory =
        JsonFactory.builder()
            .rootValueSeparator((String) null)
            .characterEscapes(new ControlEscapes())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    generator = factory.createGenerator(ObjectWriteContext.empty(), out);
  }

  JsonGenerator generator() {
    return generator;
  }

  /**
   * Writes, and turns a failure of the output back into what it was.
   *
   * @param content writes with the generator
   * @throws IOException if the output cannot be written
   */
  void write(Content content) throws IOException {
    try {
      content.write();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Writes the members of a finding. */
  void diagnostic(SourceFile document, Diagnostic diagnostic) {
    generator.writeStringProperty("rule", diagnostic.rule().name());
    generator.writeStringProperty("severity", diagnostic.severity().label());
    generator.writeStringProperty("message", diagnostic.message());
    text("hint", diagnostic.hint());
    place("start", document, diagnostic.span().start());
    place("end", document, diagnostic.span().end());
    part(document, diagnostic.span().start());
    generator.writeName("formula");
    if (diagnostic.formula().isPresent()) {
      formula(diagnostic.formula().get());
    } else {
      generator.writeNull();
    }
    generator.writeName("engines");
    if (diagnostic.verdict().isPresent()) {
      engines(diagnostic.verdict().get());
    } else {
      generator.writeNull();
    }
    generator.writeArrayPropertyStart("platforms");
    diagnostic.platforms().forEach(platform -> generator.writeString(platform.id()));
    generator.writeEndArray();
    generator.writeArrayPropertyStart("fixes");
    diagnostic.fixes().forEach(this::fix);
    generator.writeEndArray();
  }

  /**
   * Returns the TeX of a formula as it stands beside each of its findings. A giant formula may have
   * thousands of them, and must not be told whole with each.
   */
  static String cut(String tex) {
    return tex.length() <= MOST_TEX ? tex : tex.substring(0, MOST_TEX) + "…";
  }

  private void formula(Formula formula) {
    generator.writeStartObject();
    generator.writeStringProperty("tex", cut(formula.tex()));
    generator.writeBooleanProperty("display", formula.style() == MathStyle.DISPLAY);
    generator.writeStringProperty("delimiter", formula.delimiter().opener());
    span(formula.span());
    generator.writeEndObject();
  }

  private void fix(Fix fix) {
    generator.writeStartObject();
    generator.writeStringProperty("description", fix.description());
    generator.writeStringProperty("applicability", fix.applicability().label());
    generator.writeArrayPropertyStart("edits");
    for (Edit edit : fix.edits()) {
      generator.writeStartObject();
      span(edit.span());
      generator.writeStringProperty("text", edit.replacement());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  /** Writes the members {@code start} and {@code end}. */
  void span(Span span) {
    generator.writeNumberProperty("start", span.start());
    generator.writeNumberProperty("end", span.end());
  }

  /** Writes what each engine says, as an object. */
  void engines(Verdict verdict) {
    generator.writeStartObject();
    for (Map.Entry<EngineId, RenderOutcome> each : verdict.outcomes().entrySet()) {
      generator.writeObjectPropertyStart(verdict.label(each.getKey()));
      generator.writeStringProperty("status", each.getValue().status());
      if (each.getValue() instanceof RenderOutcome.Incomplete incomplete) {
        generator.writeArrayPropertyStart("undefined");
        incomplete.names().forEach(generator::writeString);
        generator.writeEndArray();
      }
      text("message", each.getValue().message());
      Optional<Span> place = each.getValue().place();
      if (place.isPresent()) {
        generator.writeNumberProperty("position", place.get().start());
      } else {
        generator.writeNullProperty("position");
      }
      generator.writeEndObject();
    }
    generator.writeEndObject();
  }

  private void text(String name, Optional<String> value) {
    if (value.isPresent()) {
      generator.writeStringProperty(name, value.get());
    } else {
      generator.writeNullProperty(name);
    }
  }

  /** A member only of files that hold documents. */
  private void part(SourceFile file, int offset) {
    Optional<Part> part = file.partAt(offset);
    if (part.isPresent()) {
      Position position = part.get().position(offset);
      generator.writeObjectPropertyStart("part");
      generator.writeStringProperty("name", part.get().label());
      generator.writeNumberProperty("line", position.line());
      generator.writeNumberProperty("column", position.column());
      generator.writeEndObject();
    }
  }

  private void place(String name, SourceFile document, int offset) {
    Position position = document.lines().position(offset);
    generator.writeObjectPropertyStart(name);
    generator.writeNumberProperty("offset", offset);
    generator.writeNumberProperty("line", position.line());
    generator.writeNumberProperty("column", position.column());
    generator.writeEndObject();
  }

  /** Ends a value that stands on a line of its own. */
  void endLine() {
    generator.writeRaw('\n');
  }
}
