package io.github.formulint.render.katex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.testing.SharedData;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The verdicts against those of KaTeX 0.19.1 in Node, in display mode. */
class KatexConformanceTest {

  /** A formula and KaTeX's own message, with name and position; empty if it renders. */
  private record Case(String tex, Optional<String> message) {}

  @Test
  void agreesOnAllThatKatexCovers() throws IOException {
    List<Case> cases = read(SharedData.require("conformance/engines/katex-coverage.jsonl"));
    List<RenderOutcome> outcomes = render(cases);
    assertThat(cases).hasSizeGreaterThan(3000);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Optional<String> said = outcomes.get(i).message();
      Optional<String> expected = cases.get(i).message();
      if (said.isPresent() != expected.isPresent()
          || said.isPresent() && !expected.get().startsWith("KaTeX parse error: " + said.get())) {
        differences.add(cases.get(i) + " but " + outcomes.get(i));
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void callsNothingFineThatKatexRejects() throws IOException {
    List<Case> cases = read(SharedData.require("conformance/engines/broken-formulas.jsonl"));
    List<RenderOutcome> outcomes = render(cases);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      boolean expected = cases.get(i).message().equals(Optional.of("ok"));
      if (outcomes.get(i).isRendered() != expected) {
        differences.add(cases.get(i) + " but " + outcomes.get(i));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<RenderOutcome> render(List<Case> cases) {
    try (EngineWorker worker = new EngineWorker(new KatexProvider(), EngineWorker.DEFAULT_LIMIT)) {
      return worker
          .render(cases.stream().map(c -> new MathSource(c.tex(), MathStyle.DISPLAY)).toList())
          .join();
    }
  }

  private static List<Case> read(Path file) throws IOException {
    JsonFactory json = new JsonFactory();
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String tex = "";
      Optional<String> message = Optional.empty();
      try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          if (name.equals("tex")) {
            tex = parser.getString();
          } else if (name.equals("katex") && parser.currentToken() != JsonToken.VALUE_NULL) {
            message = Optional.of(parser.getString());
          }
        }
      }
      cases.add(new Case(tex, message));
    }
    return cases;
  }
}
