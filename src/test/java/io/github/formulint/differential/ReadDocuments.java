package io.github.formulint.differential;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.kramdown.KramdownReader;
import io.github.formulint.markdown.pandoc.PandocGfmReader;
import io.github.formulint.markdown.pandoc.PandocReader;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.source.SourceFile;
import io.github.formulint.testing.Json;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Prints what our reading of a platform finds in many documents, to be compared with what the
 * platform itself finds; see {@code src/differential}.
 *
 * <p>Arguments: a platform, and a folder or a file of lines {@code {"id", "markdown"}}. A line of
 * output for each document: {@code {"id", "formulas": [{"display", "tex", "start", "end"}]}}.
 */
public final class ReadDocuments {

  private static final JsonFactory JSON = new JsonFactory();

  private record Document(String id, String markdown) {}

  private ReadDocuments() {}

  /** Reads and prints. */
  public static void main(String[] arguments) throws IOException {
    MarkdownReader reader = reader(arguments[0]);
    Path source = Path.of(arguments[1]);
    try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Stream<Document> documents = documents(source)) {
      documents.forEach(document -> print(document, reader, out));
    }
  }

  private static MarkdownReader reader(String platform) {
    return switch (platform) {
      case "pandoc" -> PandocReader.withDefaultExtensions();
      case "pandoc-single-backslash" -> PandocReader.withSingleBackslash();
      case "pandoc-gfm" -> new PandocGfmReader();
      case "kramdown" -> KramdownReader.kramdown();
      case "kramdown-gfm" -> KramdownReader.gfm();
      default -> Platforms.find(platform).orElseThrow().referenceReader();
    };
  }

  private static Stream<Document> documents(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      List<Map<String, Object>> lines = Json.lines(Files.readString(source));
      return lines.stream()
          .map(line -> new Document((String) line.get("id"), (String) line.get("markdown")));
    }
    return Files.walk(source)
        .filter(file -> file.toString().endsWith(".md"))
        .sorted()
        .map(file -> new Document(source.relativize(file).toString(), text(file)));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void print(Document document, MarkdownReader reader, PrintStream out) {
    java.io.StringWriter line = new java.io.StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("id", document.id);
      json.writeArrayPropertyStart("formulas");
      SourceFile file = SourceFile.of(document.id.toLowerCase(Locale.ROOT), document.markdown);
      for (Formula formula : reader.read(file).formulas()) {
        json.writeStartObject();
        json.writeBooleanProperty("display", formula.style() == MathStyle.DISPLAY);
        json.writeStringProperty("tex", formula.tex());
        json.writeNumberProperty("start", formula.span().start());
        json.writeNumberProperty("end", formula.span().end());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println(line);
  }
}
