package io.github.formulint.measure;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.StrayDelimiter;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.source.SourceFile;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Lists what the universal reading finds in the Markdown files of a folder, a JSON line for each,
 * to compare with other readers. Run by hand: {@code ListFormulas FOLDER}.
 */
public final class ListFormulas {

  private static final JsonFactory JSON = new JsonFactory();

  private ListFormulas() {}

  /**
   * Writes the formulas to standard output and the speed to standard error.
   *
   * @param arguments the folder
   * @throws Exception if a file cannot be read
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(path -> path.toString().endsWith(".md")).sorted().toList();
    }
    UniversalReader reader = new UniversalReader();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    long reading = 0;
    long formulas = 0;
    for (Path file : files) {
      String name = folder.relativize(file).toString();
      SourceFile document = SourceFile.of(name, Files.readString(file));
      long start = System.nanoTime();
      Reading read = reader.read(document);
      reading += System.nanoTime() - start;
      formulas += read.formulas().size();
      for (Formula formula : read.formulas()) {
        out.println(line(name, formula));
      }
      for (StrayDelimiter stray : read.strays()) {
        out.println(line(document, stray));
      }
    }
    out.flush();
    System.err.printf(
        "%d files, %d formulas, %.1f s, %.0f files/s%n",
        files.size(), formulas, reading / 1e9, files.size() * 1e9 / reading);
  }

  private static String line(String name, Formula formula) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringProperty("path", name);
      json.writeStringProperty("kind", "formula");
      json.writeNumberProperty("start", formula.span().start());
      json.writeNumberProperty("end", formula.span().end());
      json.writeStringProperty("delimiter", formula.delimiter().name());
      json.writeStringProperty("style", formula.style().name());
      json.writeStringProperty("context", formula.context().label());
      json.writeStringProperty("tex", formula.tex());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String line(SourceFile document, StrayDelimiter stray) {
    StringWriter text = new StringWriter();
    int start = stray.mark().start();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringProperty("path", document.name());
      json.writeStringProperty("kind", stray.getClass().getSimpleName());
      json.writeNumberProperty("start", start);
      json.writeNumberProperty("end", stray.mark().end());
      json.writeNumberProperty("line", document.lines().lineOf(start));
      json.writeStringProperty("delimiter", stray.delimiter().name());
      json.writeStringProperty("context", stray.context().label());
      json.writeEndObject();
    }
    return text.toString();
  }
}
