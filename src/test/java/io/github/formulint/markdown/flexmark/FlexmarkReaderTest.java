package io.github.formulint.markdown.flexmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vladsch.flexmark.ext.gitlab.GitLabExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.TooLargeToReadException;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlexmarkReaderTest {

  private static List<Formula> read(MarkdownReader reader, String text) {
    return reader.read(SourceFile.of("a.md", text)).formulas();
  }

  private static List<String> described(MarkdownReader reader, String text) {
    return read(reader, text).stream()
        .map(
            formula ->
                (formula.style() == MathStyle.DISPLAY ? "display " : "inline ")
                    + formula.tex().strip())
        .toList();
  }

  @Test
  void readsAsFlexmarkItselfShows() {
    MutableDataSet options = new MutableDataSet();
    options.set(Parser.EXTENSIONS, List.of(GitLabExtension.create(), TablesExtension.create()));
    Parser parser = Parser.builder(options).build();
    HtmlRenderer renderer = HtmlRenderer.builder(options).build();
    String[] parts = {
      "$`",
      "`$",
      "$",
      "`",
      "a",
      "\\",
      "b c",
      " ",
      "\n",
      "\n\n",
      "> ",
      "- ",
      "|",
      "```math\n",
      "```\n",
      "\r\n",
      "*",
      "_",
      "[x](y)",
      "<b>",
      "\\frac{1}{2}",
      "&amp;",
      "1. ",
      "\t",
      "    ",
      "\u4E2D",
      "| x | y |\n|---|---|\n| "
    };
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(14); k >= 0; k--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      List<String> shown =
          Jsoup.parse(renderer.render(parser.parse(text.toString()))).select(".katex").stream()
              .map(
                  element ->
                      (element.nodeName().equals("span") ? "inline " : "display ")
                          + element.wholeText().strip())
              .map(each -> each.replaceAll("\\s+", " "))
              .toList();
      assertThat(described(FlexmarkReader.gitlab(), text.toString()))
          .as(text.toString())
          .map(each -> each.replaceAll("\\s+", " "))
          .isEqualTo(shown);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void placesComeFromFlexmarksNodes(String lineEnd) {
    String text = "\uFEFF> so $`a_1`$\n>\n> ```math\n> b\n> c\n> ```\n".replace("\n", lineEnd);
    List<Formula> formulas = read(FlexmarkReader.gitlab(), text);
    assertThat(formulas).map(formula -> formula.span().of(text)).first().isEqualTo("$`a_1`$");
    assertThat(formulas).map(formula -> formula.texSpan().of(text)).first().isEqualTo("a_1");
    Formula fence = formulas.get(1);
    assertThat(fence.tex()).isEqualTo("b\nc\n");
    assertThat(fence.span().of(text)).startsWith("```math").endsWith("```");
    assertThat(fence.offsets().toSource(fence.tex().indexOf('c')))
        .isEqualTo(text.indexOf("c" + lineEnd));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "so $a$ is | inline a",
        "so $`\\frac12`$ is | inline \\frac12",
        "so \\(b\\) is | inline b",
        "\\[c\\] | display c",
        "$$\\frac12$$ | display \\frac12",
        "so $\\alpha$ is | ",
        "\\$a and b\\$ | ",
      })
  void readsAsThePluginOfGitBucket(String text, String formula) {
    assertThat(described(FlexmarkReader.gitBucket(), text))
        .isEqualTo(formula == null ? List.of() : List.of(formula));
  }

  @Test
  void gitBucketLosesWhatStandsBeforeAMatch() {
    assertThat(described(FlexmarkReader.gitBucket(), "costs $a\\b and \\[y\\] too $z$"))
        .containsExactly("display y", "inline z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "so \\\\(x\\\\) is | inline x",
        "so \\(x\\) is | ",
        "so $x$ is | ",
        "$$a_1 + b_2$$ | display a_1 + b_2",
        "$$a\\,b$$ | display a,b",
        "$$f'(x) + g'(x)$$ | display f'(x) + g'(x)",
        "$$a *b* c$$ | ",
        "$$a ... b$$ | display a \u2026 b",
        "`$$x$$` | ",
      })
  void readsAsTheSiteOfMaven(String text, String formula) {
    assertThat(described(FlexmarkReader.mavenSite(), text))
        .isEqualTo(formula == null ? List.of() : List.of(formula));
  }

  @Test
  void metadataOfTheSiteIsNotRead() {
    assertThat(described(FlexmarkReader.mavenSite(), "title: a $$x$$\nauthor: b\n\n$$y$$\n"))
        .containsExactly("display y");
    assertThat(described(FlexmarkReader.mavenSite(), "other: a $$x$$\n\n$$y$$\n"))
        .containsExactly("display x", "display y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "` ``` ``",
        "![a](",
        "[a]: b\n",
        "$`a",
        "[^a]: b\n",
        "*[a]: b\n",
        "a\n: b\n",
        "***\n",
        "1. a\n",
        "\\( ",
        "$\\[a "
      })
  void whatTakesFlexmarkTooLongIsRefused(String part) {
    for (MarkdownReader reader :
        List.of(FlexmarkReader.gitlab(), FlexmarkReader.gitBucket(), FlexmarkReader.mavenSite())) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(90),
          () ->
              assertThatThrownBy(() -> read(reader, part.repeat(1_000_000 / part.length())))
                  .isInstanceOf(TooLargeToReadException.class));
    }
  }

  @Test
  void aLongDocumentOfOrdinaryParagraphsIsRead() {
    String text = "so $`x`$ and $$y$$ with [a](b), `c` and \\\\(z\\\\) is\n\n".repeat(5000);
    assertThat(read(FlexmarkReader.gitlab(), text)).hasSize(5000);
    assertThat(read(FlexmarkReader.mavenSite(), text)).hasSize(10_000);
    String code = "```\n" + "a `b` [c]\n".repeat(20_000) + "```\n\n$$y$$\n";
    assertThat(read(FlexmarkReader.mavenSite(), code)).hasSize(1);
  }
}
