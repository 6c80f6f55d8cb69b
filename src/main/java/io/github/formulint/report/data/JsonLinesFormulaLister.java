package io.github.formulint.report.data;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.report.FormulaLister;
import io.github.formulint.source.Position;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A JSON object for each formula, each on a line of its own. */
public final class JsonLinesFormulaLister implements FormulaLister {

  private final Json json;
  private final JsonGenerator generator;

  /**
   * Makes a lister.
   *
   * @param out takes the list
   */
  public JsonLinesFormulaLister(Writer out) {
    this.json = new Json(out);
    this.generator = json.generator();
  }

  @Override
  public void document(SourceFile document, Optional<Platform> platform, Reading reading)
      throws IOException {
    String reader = platform.map(Platform::id).orElse(Platforms.UNIVERSAL);
    json.write(() -> reading.formulas().forEach(formula -> write(document, reader, formula)));
  }

  private void write(SourceFile document, String reader, Formula formula) {
    Position position = document.lines().position(formula.span().start());
    generator.writeStartObject();
    generator.writeStringProperty("path", document.name());
    generator.writeStringProperty("platform", reader);
    json.span(formula.span());
    generator.writeNumberProperty("line", position.line());
    generator.writeNumberProperty("column", position.column());
    generator.writeBooleanProperty("display", formula.style() == MathStyle.DISPLAY);
    generator.writeStringProperty("delimiter", formula.delimiter().opener());
    generator.writeStringProperty("tex", formula.tex());
    generator.writeStringProperty("context", formula.context().label());
    generator.writeEndObject();
    json.endLine();
  }

  @Override
  public void end() throws IOException {
    json.write(generator::flush);
  }
}
