package io.github.formulint.markdown.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/** What holds for the CommonMark platforms whatever the document. */
class PlatformPropertiesTest {

  private static final Set<String> FLAVORS =
      Set.of(
          "github",
          "gitlab",
          "remark",
          "remark-no-single-dollar",
          "docusaurus",
          "streamdown",
          "cherry-studio",
          "cherry-studio-1",
          "zenn",
          "vscode",
          "markdown-it-texmath",
          "vuepress",
          "marked-katex",
          "myst");

  private static final List<Platform> PLATFORMS =
      Platforms.all().stream().filter(platform -> FLAVORS.contains(platform.id())).toList();

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(
            "$",
            "$$",
            "$$",
            "`",
            "\\",
            "\\(",
            "\\)",
            "\\[",
            "\\]",
            "x",
            "a_1",
            " ",
            "  ",
            "\t",
            "\n",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "| ",
            "|--|--|",
            "*",
            "_",
            "<b>",
            "</b>",
            "```",
            "```math\n",
            "[",
            "](u)",
            "5",
            ",",
            "\u4F60",
            "\uD83D\uDC4D",
            "&amp;",
            "(",
            ")",
            "#")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 300)
  void formulasLieInTheDocumentAndDoNotOverlap(@ForAll("documents") String text) {
    for (Platform platform : PLATFORMS) {
      for (String document : List.of(text, "\uFEFF" + text, text.replace("\n", "\r\n"))) {
        Reading reading = platform.reader().read(SourceFile.of("a.md", document));
        int last = 0;
        for (Formula formula : reading.formulas()) {
          assertThat(formula.span().start()).as(platform.id()).isGreaterThanOrEqualTo(last);
          assertThat(formula.span().end()).as(platform.id()).isLessThanOrEqualTo(document.length());
          assertThat(formula.tex()).as(platform.id()).doesNotContain("\r");
          assertThat(formula.offsets().texLength()).isEqualTo(formula.tex().length());
          last = formula.span().end();
        }
        assertThat(reading.strays()).isEmpty();
      }
    }
  }

  @Property(tries = 200)
  void lineEndsMakeNoDifference(@ForAll("documents") String text) {
    for (Platform platform : PLATFORMS) {
      assertThat(tex(platform, text.replace("\n", "\r\n")))
          .as(platform.id())
          .isEqualTo(tex(platform, text));
    }
  }

  @Example
  void longDocumentsTakeLinearTime() {
    for (Platform platform : PLATFORMS) {
      for (String part :
          List.of(
              "$",
              "$ ",
              "$a ",
              "$$ ",
              "$$a\n",
              "$$\n\n",
              "\\(",
              "[",
              "[a](",
              "$`",
              "> $$\n",
              "<",
              "<!--",
              "\\begin{")) {
        SourceFile document = SourceFile.of("a.md", part.repeat(30_000));
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> assertThatCode(() -> platform.reader().read(document)).doesNotThrowAnyException(),
            platform.id() + " " + part);
      }
    }
  }

  private static List<String> tex(Platform platform, String text) {
    return platform.reader().read(SourceFile.of("a.md", text)).formulas().stream()
        .map(formula -> formula.style() + formula.tex())
        .toList();
  }
}
