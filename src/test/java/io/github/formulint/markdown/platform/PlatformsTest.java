package io.github.formulint.markdown.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Platform.Certainty;
import io.github.formulint.markdown.Platform.MathText;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformsTest {

  /** These read a document as it stands: libraries, to which a site hands the rest. */
  private static final Set<String> READ_ALL =
      Set.of(
          "remark",
          "remark-no-single-dollar",
          "cherry-studio",
          "cherry-studio-no-single-dollar",
          "cherry-studio-1",
          "streamdown",
          "markdown-it-texmath",
          "flexmark-gitlab",
          "marked-katex",
          "katex-auto-render",
          "katex-auto-render-dollars",
          "mathjax",
          "mathjax-dollars",
          "kramdown");

  static List<Platform> all() {
    return Platforms.all();
  }

  private static List<Formula> read(Platform platform, String text) {
    return platform.reader().read(SourceFile.of("a.md", text)).formulas();
  }

  @Test
  void namesAreUniqueAndFitForOptions() {
    assertThat(Platforms.all()).map(Platform::id).doesNotHaveDuplicates();
    assertThat(Platforms.all()).map(Platform::displayName).doesNotHaveDuplicates();
    assertThat(Platforms.all())
        .map(Platform::id)
        .allSatisfy(id -> assertThat(id).matches("[a-z][a-z0-9-]*").isNotEqualTo("universal"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhetherTheEngineGetsTheTexAsItIsWritten(Platform platform) {
    String text =
        switch (platform.id()) {
          case "flexmark-gitlab" -> "so $`a\\_b`$ is\n";
          // Its double dollars are kramdown's, its single ones MathJax's.
          case "jekyll-mathjax" -> "so $a\\_b$ is\n";
          default -> "so\n\n$$\na\\_b\n$$\n\nis\n";
        };
    List<Formula> formulas = read(platform, text);
    assertThat(formulas).hasSize(1);
    assertThat(formulas.get(0).tex().strip())
        .isEqualTo(platform.mathText() == MathText.RAW ? "a\\_b" : "a_b");
  }

  @ParameterizedTest
  @MethodSource("all")
  void leavesFrontMatterOutWhereThePlatformDoes(Platform platform) {
    boolean fenced = platform.id().equals("flexmark-gitlab");
    String body = fenced ? "\n\n```math\nx\n```\n" : "\n\n$$\nx\n$$\n";
    String title = fenced ? "$`y`$" : "$$y$$";
    for (String lineEnd : List.of("\n", "\r\n")) {
      for (String mark : List.of("", "\uFEFF")) {
        String text = mark + ("---\ntitle: " + title + "\n---" + body).replace("\n", lineEnd);
        List<Formula> formulas = read(platform, text);
        int expected = READ_ALL.contains(platform.id()) ? 2 : 1;
        assertThat(formulas).hasSize(expected);
        Formula last = formulas.get(expected - 1);
        assertThat(last.tex().strip()).isEqualTo("x");
        assertThat(last.span().of(text)).startsWith(fenced ? "```" : "$$").contains("x");
        assertThat(last.offsets().toSource(last.tex().indexOf('x'))).isEqualTo(text.indexOf('x'));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n\n$$\nx\n$$\n", // a line of its own, closed by nothing
        "\n---\ntitle: y\n\n$$\nx\n$$\n\n---\n", // not at the start
        "----\n\n$$\nx\n$$\n\n----\n", // another mark
        "--- y\n\n$$\nx\n$$\n\n---\n"
      })
  void readsWhatOnlyLooksLikeFrontMatter(String text) {
    for (String id : List.of("github", "gitlab", "docusaurus", "vscode", "mkdocs", "jekyll")) {
      assertThat(read(Platforms.find(id).orElseThrow(), text)).as(id).hasSize(1);
    }
  }

  @Test
  void dotsCloseFrontMatterOnlyWhereThePlatformSaysSo() {
    String text = "---\ntitle: y\n...\n\n$$\nx\n$$\n\n---\n";
    assertThat(read(Platforms.find("jekyll").orElseThrow(), text)).hasSize(1);
    assertThat(read(Platforms.find("docusaurus").orElseThrow(), text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+++\ntitle = '$$y$$'\n+++\n", ";;;\n{\"title\": \"$$y$$\"}\n;;;\n"})
  void gitLabKnowsOtherFrontMatter(String text) {
    assertThat(read(Platforms.find("gitlab").orElseThrow(), text)).isEmpty();
    assertThat(read(Platforms.find("remark").orElseThrow(), text)).isNotEmpty();
  }

  @Test
  void whatCouldNotBeRunReadsOnlyDocumentedDelimiters() {
    assertThat(Platforms.all())
        .filteredOn(platform -> platform.certainty() == Certainty.UNVERIFIED)
        .map(Platform::id)
        .containsExactly("obsidian", "typora", "hugo");
    String text = "a $b$ c \\(d\\) e\n\n\\[f\\]\n\n$$\ng\n$$\n";
    assertThat(read(Platforms.find("obsidian").orElseThrow(), text))
        .map(formula -> formula.tex().strip())
        .containsExactly("b", "g");
    assertThat(read(Platforms.find("hugo").orElseThrow(), text))
        .map(formula -> formula.tex().strip())
        .containsExactly("d", "f", "g");
  }

  @Test
  void readsBracketsWherePandocIsToldTo() {
    String text = "a \\(b\\) c \\\\(d\\\\) e\n";
    assertThat(read(Platforms.find("pandoc").orElseThrow(), text)).isEmpty();
    assertThat(read(Platforms.find("quarto").orElseThrow(), text)).isEmpty();
    assertThat(read(Platforms.find("r-markdown").orElseThrow(), text))
        .map(Formula::tex)
        .containsExactly("b");
    assertThat(read(Platforms.find("pandoc-double-backslash").orElseThrow(), text))
        .map(Formula::tex)
        .containsExactly("d");
  }

  @Test
  void mdxHasNoIndentedCode() {
    String text = "a\n\n    $b$\n";
    assertThat(read(Platforms.find("remark").orElseThrow(), text)).isEmpty();
    assertThat(read(Platforms.find("docusaurus").orElseThrow(), text)).hasSize(1);
  }

  @Test
  void tellsWhatTheRendererMakesOfAFormula() {
    Platform vscode = Platforms.find("vscode").orElseThrow();
    assertThat(read(vscode, "so $`x`$ is\n")).map(Formula::tex).containsExactly("x");
    assertThat(read(vscode, "so $\\begin{align}x\\end{align}$ is\n"))
        .map(Formula::style)
        .containsExactly(io.github.formulint.tex.MathStyle.DISPLAY);
  }

  @Test
  void obsidianLosesAFormulaWithASpaceBeforeItsCloser() {
    Platform obsidian = Platforms.find("obsidian").orElseThrow();
    assertThat(read(obsidian, "so $x + y $ is\n")).isEmpty();
    assertThat(read(obsidian, "so $x + y$ is\n")).hasSize(1);
  }
}
