package io.github.formulint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Each reader finds what its platform answered when it was run. */
class PlatformConformanceTest {

  private static final JsonFactory JSON = new JsonFactory();

  /** A line of the shared data; expected formulas are shown as {@link Readings} does. */
  private record Line(String id, String markdown, List<String> spans) {}

  @ParameterizedTest
  @EnumSource
  void allCasesAreThere(ReaderUnderTest platform) {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(160);
    assertThat(expectations(platform)).hasSameSizeAs(cases());
  }

  @TestFactory
  Stream<DynamicTest> readsAsThePlatformDoes() {
    return Stream.of(ReaderUnderTest.values()).flatMap(PlatformConformanceTest::tests);
  }

  private static Stream<DynamicTest> tests(ReaderUnderTest platform) {
    Map<String, List<String>> expected = expectations(platform);
    return cases().stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    platform.expectations + " " + line.id,
                    () ->
                        assertThat(Readings.of(platform.reader, line.markdown))
                            .containsExactlyElementsOf(
                                formulas(platform, line.markdown, expected.get(line.id)))));
  }

  /** What of an answer is a formula of the document, each once. */
  private static List<String> formulas(
      ReaderUnderTest platform, String markdown, List<String> answer) {
    List<String> formulas = new ArrayList<>(answer);
    if (platform == ReaderUnderTest.MATHJAX || platform == ReaderUnderTest.MATHJAX_DOLLAR) {
      // MathJax lists an escaped dollar, which it shows as a dollar, among the formulas.
      formulas.remove("$");
    }
    boolean isPandoc =
        platform == ReaderUnderTest.PANDOC || platform == ReaderUnderTest.PANDOC_SINGLE_BACKSLASH;
    if (isPandoc && markdown.startsWith("![")) {
      // Pandoc shows the text of an image that stands alone twice, as text and as caption.
      return formulas.stream().distinct().toList();
    }
    return formulas;
  }

  private static List<Line> cases() {
    return lines("conformance/platforms/cases.jsonl");
  }

  private static Map<String, List<String>> expectations(ReaderUnderTest platform) {
    Map<String, List<String>> spans = new HashMap<>();
    lines("conformance/platforms/expected." + platform.expectations + ".jsonl")
        .forEach(line -> spans.put(line.id, line.spans));
    return spans;
  }

  private static List<Line> lines(String name) {
    Path file = SharedData.require(name);
    try {
      return Files.readAllLines(file).stream().map(PlatformConformanceTest::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String json) {
    String id = "";
    String markdown = "";
    List<String> spans = new ArrayList<>();
    boolean display = false;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
          continue;
        }
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "id" -> id = parser.getString();
          case "markdown" -> markdown = parser.getString();
          case "display" -> display = parser.getBooleanValue();
          case "tex" -> spans.add(Readings.show(display, parser.getString()));
          default -> {}
        }
      }
    }
    return new Line(id, markdown, spans);
  }
}
