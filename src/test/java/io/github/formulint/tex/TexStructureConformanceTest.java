package io.github.formulint.tex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Compares the faults that are found with the verdicts of KaTeX. */
class TexStructureConformanceTest {

  private record Case(String tex, String verdict) {
    boolean isAccepted() {
      return verdict.isEmpty() || verdict.equals("ok");
    }
  }

  @Test
  void findsAFaultWhereAndOnlyWhereKatexRejects() throws IOException {
    List<Case> cases = read("conformance/engines/katex-coverage.jsonl");

    assertThat(cases).hasSizeGreaterThan(3000);
    assertThat(cases).filteredOn(Case::isAccepted).filteredOn(this::hasFault).isEmpty();
    assertThat(cases).filteredOn(c -> !c.isAccepted() && !hasFault(c)).isEmpty();
  }

  @Test
  void findsAFaultInBrokenFormulas() throws IOException {
    List<Case> cases = read("conformance/engines/broken-formulas.jsonl");

    assertThat(cases).hasSizeGreaterThan(100);
    assertThat(cases).filteredOn(Case::isAccepted).filteredOn(this::hasFault).isEmpty();
    assertThat(cases).filteredOn(c -> !c.isAccepted() && !hasFault(c)).isEmpty();
  }

  private boolean hasFault(Case c) {
    return !TexStructure.of(new MathSource(c.tex(), MathStyle.DISPLAY)).faults().isEmpty();
  }

  private static List<Case> read(String relative) throws IOException {
    List<Case> cases = new ArrayList<>();
    JsonFactory json = new JsonFactory();
    for (String line : Files.readAllLines(SharedData.require(relative))) {
      String tex = "";
      String verdict = "";
      try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
        while (parser.nextToken() != null) {
          if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            boolean present = parser.nextToken() != JsonToken.VALUE_NULL;
            if (name.equals("tex")) {
              tex = parser.getString();
            } else if (name.equals("katex") && present) {
              verdict = parser.getString();
            }
          }
        }
      }
      cases.add(new Case(tex, verdict));
    }
    return cases;
  }
}
