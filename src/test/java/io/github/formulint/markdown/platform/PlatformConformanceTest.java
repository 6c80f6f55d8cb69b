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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each platform that was run reads what it read then. */
class PlatformConformanceTest {

  /** Which platform of the catalogue stands for each that was run. */
  private static final Map<String, String> PLATFORMS =
      Map.ofEntries(
          Map.entry("remark-math", "remark"),
          Map.entry("remark-math-nosingle", "remark-no-single-dollar"),
          Map.entry("cherry-studio", "cherry-studio-1"),
          Map.entry("cherry-studio-2", "cherry-studio"),
          Map.entry("cherry-studio-2-streaming", "cherry-studio"),
          Map.entry("streamdown", "streamdown"),
          Map.entry("zenn", "zenn"),
          Map.entry("comrak-gitlab", "gitlab"),
          Map.entry("github-model", "github"),
          Map.entry("vscode-markdown-it-katex", "vscode"),
          Map.entry("markdown-it-texmath", "markdown-it-texmath"),
          Map.entry("mdit-plugin-tex", "vuepress"),
          Map.entry("marked-katex", "marked-katex"),
          Map.entry("mdit-py-dollarmath", "myst"),
          Map.entry("pandoc", "pandoc"),
          Map.entry("pandoc-single-backslash", "pandoc-single-backslash"),
          Map.entry("pandoc-gfm", "pandoc-gfm"),
          Map.entry("kramdown", "kramdown"),
          Map.entry("kramdown-gfm", "jekyll"),
          Map.entry("pymdownx-arithmatex", "mkdocs"),
          Map.entry("katex-auto-render", "katex-auto-render"),
          Map.entry("katex-auto-render-dollar", "katex-auto-render-dollars"),
          Map.entry("mathjax3-default", "mathjax"),
          Map.entry("mathjax3-dollar", "mathjax-dollars"),
          Map.entry("jupyterlab", "jupyter"));

  /** Platforms that give the line of a formula inside text as that of its paragraph or table. */
  private static final Set<String> PLACE_BLOCKS_ONLY =
      Set.of("github", "vscode", "markdown-it-texmath", "vuepress", "myst", "kramdown", "jekyll");

  /** What these platforms call a formula that is a block of its own. */
  private static final Set<String> BLOCKS = Set.of("math_block", "block");

  /**
   * Cases that a reading does not reach: it answers otherwise than the platform. Each must fail;
   * one that passes is to be taken off the list.
   */
  private static final Map<String, Set<String>> NOT_REACHED = Map.of();

  @Test
  void eachPlatformThatWasRunIsInTheCatalogue() throws IOException {
    Path folder = SharedData.require("conformance/platforms");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("expected."))
          .containsExactlyInAnyOrderElementsOf(
              PLATFORMS.keySet().stream().map(name -> "expected." + name + ".jsonl").toList());
    }
    assertThat(PLATFORMS.values()).allSatisfy(id -> assertThat(Platforms.find(id)).isPresent());
  }

  @TestFactory
  Stream<DynamicTest> readsAsThePlatformDoes() throws IOException {
    Path folder = SharedData.require("conformance/platforms");
    Map<String, String> cases = new HashMap<>();
    for (Map<String, Object> entry : Json.lines(Files.readString(folder.resolve("cases.jsonl")))) {
      cases.put((String) entry.get("id"), (String) entry.get("markdown"));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> platform : PLATFORMS.entrySet()) {
      Path file = folder.resolve("expected." + platform.getKey() + ".jsonl");
      for (Map<String, Object> entry : Json.lines(Files.readString(file))) {
        String id = (String) entry.get("id");
        tests.add(
            dynamicTest(
                platform.getValue() + " " + id,
                () -> check(platform.getValue(), id, cases.get(id), entry)));
      }
    }
    return tests.stream();
  }

  private static void check(
      String platform, String id, String markdown, Map<String, Object> expectation) {
    SourceFile document = SourceFile.of(id, markdown);
    List<Formula> formulas =
        Platforms.find(platform).orElseThrow().referenceReader().read(document).formulas();
    List<?> spans = formulas(platform, markdown, (List<?>) expectation.get("spans"));
    List<String> expected = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Map<?, ?> span = (Map<?, ?>) spans.get(i);
      String tex = ((String) span.get("tex")).replace("\r\n", "\n");
      expected.add(describe(span.get("display"), tex));
    }
    for (int i = 0; i < formulas.size(); i++) {
      Formula formula = formulas.get(i);
      boolean isUnknown = i < spans.size() && ((Map<?, ?>) spans.get(i)).get("display") == null;
      Object display = isUnknown ? null : formula.style() == MathStyle.DISPLAY;
      read.add(describe(display, formula.tex()));
    }
    if (NOT_REACHED.getOrDefault(platform, Set.of()).contains(id)) {
      assertThat(read).as("no longer unreached: %s", markdown).isNotEqualTo(expected);
      return;
    }
    assertThat(read).as(markdown).isEqualTo(expected);
    for (int i = 0; i < spans.size(); i++) {
      checkPlace(platform, document, formulas.get(i), (Map<?, ?>) spans.get(i));
    }
  }

  /** What of an answer is a formula of the document, each once. */
  private static List<?> formulas(String platform, String markdown, List<?> spans) {
    if (platform.startsWith("mathjax")) {
      // MathJax lists an escaped dollar, which it shows as a dollar, among the formulas.
      return spans.stream().filter(span -> !"$".equals(((Map<?, ?>) span).get("tex"))).toList();
    }
    boolean isPandoc = Set.of("pandoc", "pandoc-single-backslash").contains(platform);
    // Pandoc shows the text of an image that stands alone twice, as text and as caption.
    return isPandoc && markdown.startsWith("![") ? spans.stream().distinct().toList() : spans;
  }

  /** Where the platform shows an error it is not to be seen how it would have set the formula. */
  private static String describe(Object display, String tex) {
    return (display == null ? "" : Boolean.TRUE.equals(display) ? "display " : "inline ") + tex;
  }

  private static void checkPlace(
      String platform, SourceFile document, Formula formula, Map<?, ?> span) {
    Position place = document.lines().position(formula.span().start());
    if (!(span.get("line") instanceof Integer line)) {
      return;
    }
    if (PLACE_BLOCKS_ONLY.contains(platform) && !BLOCKS.contains(span.get("via"))) {
      assertThat(place.line()).isGreaterThanOrEqualTo(line);
      return;
    }
    assertThat(place.line()).as(document.text()).isEqualTo(line);
    // Cherry Studio's columns count the rewritten text.
    if (span.get("col") instanceof Integer column && !platform.equals("cherry-studio-1")) {
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
