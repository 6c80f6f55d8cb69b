package io.github.formulint.markdown.universal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * What platforms as different as remark-math, GitLab and pandoc all take for a formula, the author
 * means as one.
 */
class PlatformAgreementTest {

  private static final JsonFactory JSON = new JsonFactory();

  @Test
  void readsWhatDifferentPlatformsAgreeOn() throws IOException {
    Map<String, Set<String>> remark = expected("remark-math");
    Map<String, Set<String>> gitlab = expected("comrak-gitlab");
    Map<String, Set<String>> pandoc = expected("pandoc-single-backslash");
    int agreed = 0;
    for (Map<String, List<String>> entry : lines("platforms/cases.jsonl")) {
      String id = entry.get("id").get(0);
      Set<String> common = new HashSet<>(remark.getOrDefault(id, Set.of()));
      common.retainAll(gitlab.getOrDefault(id, Set.of()));
      common.retainAll(pandoc.getOrDefault(id, Set.of()));
      Set<String> read =
          ReadingAssert.read(entry.get("markdown").get(0)).formulas().stream()
              .map(Formula::tex)
              .map(PlatformAgreementTest::plain)
              .collect(Collectors.toSet());
      assertThat(read).as(id).containsAll(common);
      agreed += common.size();
    }
    assertThat(agreed).isGreaterThan(50);
  }

  /** TeX without what platforms treat differently: white space, and {@code \|} in a table. */
  private static String plain(String tex) {
    return tex.replaceAll("\\s", "").replace("\\|", "|");
  }

  private static Map<String, Set<String>> expected(String platform) throws IOException {
    Map<String, Set<String>> expected = new HashMap<>();
    for (Map<String, List<String>> entry : lines("platforms/expected." + platform + ".jsonl")) {
      Set<String> formulas =
          entry.getOrDefault("tex", List.of()).stream()
              .map(PlatformAgreementTest::plain)
              .collect(Collectors.toSet());
      expected.put(entry.get("id").get(0), formulas);
    }
    return expected;
  }

  /** Returns for each line the strings under each name, wherever they stand in it. */
  private static List<Map<String, List<String>>> lines(String file) throws IOException {
    Path path = SharedData.require("conformance").resolve(file);
    return Files.readAllLines(path).stream().map(PlatformAgreementTest::strings).toList();
  }

  private static Map<String, List<String>> strings(String line) {
    Map<String, List<String>> strings = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          strings
              .computeIfAbsent(json.currentName(), name -> new ArrayList<>())
              .add(json.getString());
        }
      }
    }
    return strings;
  }
}
