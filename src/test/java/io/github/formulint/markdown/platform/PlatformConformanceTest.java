package io.github.formulint.markdown.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.formulint.markdown.Formula;
import io.github.formulint.source.Position;
import io.github.formulint.source.SourceFile;
import io.github.formulint.testing.Json;
import io.github.formulint.testing.SharedData;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each platform of the CommonMark family reads what it read when it was run. */
class PlatformConformanceTest {

  private static final Map<String, String> EXPECTATIONS =
      Map.of(
          "remark", "remark-math",
          "remark-no-single-dollar", "remark-math-nosingle",
          "cherry-studio", "cherry-studio",
          "gitlab", "comrak-gitlab",
          "github", "github-model",
          "vscode", "vscode-markdown-it-katex",
          "markdown-it-texmath", "markdown-it-texmath",
          "vuepress", "mdit-plugin-tex",
          "marked-katex", "marked-katex",
          "myst", "mdit-py-dollarmath");

  /**
   * Cases that a reading does not reach: it answers otherwise than the platform. Each must fail;
   * one that passes is to be taken off the list.
   */
  private static final Map<String, Set<String>> NOT_REACHED = Map.of();

  @TestFactory
  Stream<DynamicTest> readsAsThePlatformDoes() throws IOException {
    Path folder = SharedData.require("conformance/platforms");
    Map<String, String> cases = new HashMap<>();
    for (Map<String, Object> entry : Json.lines(Files.readString(folder.resolve("cases.jsonl")))) {
      cases.put((String) entry.get("id"), (String) entry.get("markdown"));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> platform : EXPECTATIONS.entrySet()) {
      Path file = folder.resolve("expected." + platform.getValue() + ".jsonl");
      for (Map<String, Object> entry : Json.lines(Files.readString(file))) {
        String id = (String) entry.get("id");
        tests.add(
            dynamicTest(
                platform.getKey() + " " + id,
                () -> check(platform.getKey(), id, cases.get(id), entry)));
      }
    }
    return tests.stream();
  }

  private static void check(
      String platform, String id, String markdown, Map<String, Object> expectation) {
    SourceFile document = SourceFile.of(id, markdown);
    List<Formula> formulas =
        Platforms.find(platform).orElseThrow().reader().read(document).formulas();
    List<?> spans = (List<?>) expectation.get("spans");
    List<String> expected = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Map<?, ?> span = (Map<?, ?>) spans.get(i);
      String tex = ((String) span.get("tex")).replace("\r\n", "\n");
      expected.add(describe((Boolean) span.get("display"), tex));
    }
    formulas.forEach(f -> read.add(describe(f.style() == MathStyle.DISPLAY, f.tex())));
    if (NOT_REACHED.getOrDefault(platform, Set.of()).contains(id)) {
      assertThat(read).as("no longer unreached: %s", markdown).isNotEqualTo(expected);
      return;
    }
    assertThat(read).as(markdown).isEqualTo(expected);
    for (int i = 0; i < spans.size(); i++) {
      checkPlace(platform, document, formulas.get(i), (Map<?, ?>) spans.get(i));
    }
  }

  private static String describe(boolean display, String tex) {
    return (display ? "display " : "inline ") + tex;
  }

  private static void checkPlace(
      String platform, SourceFile document, Formula formula, Map<?, ?> span) {
    Position place = document.lines().position(formula.span().start());
    if (!(span.get("line") instanceof Integer line)) {
      return;
    }
    boolean placesBlocksOnly =
        Set.of("github", "vscode", "markdown-it-texmath", "vuepress", "myst").contains(platform);
    if (placesBlocksOnly && !"math_block".equals(span.get("via"))) {
      // Inside text these platforms give the line of the paragraph.
      assertThat(place.line()).isGreaterThanOrEqualTo(line);
      return;
    }
    assertThat(place.line()).isEqualTo(line);
    // Cherry Studio's columns count the rewritten text.
    if (span.get("col") instanceof Integer column && !platform.equals("cherry-studio")) {
      int lineStart =
          document.text().lastIndexOf('\n', Math.max(0, formula.span().start() - 1)) + 1;
      String before = document.text().substring(lineStart, formula.span().start());
      int units =
          platform.equals("gitlab")
              ? before.getBytes(StandardCharsets.UTF_8).length
              : before.replace("\uFEFF", "").length();
      assertThat(units + 1).isEqualTo(column);
    }
  }
}
