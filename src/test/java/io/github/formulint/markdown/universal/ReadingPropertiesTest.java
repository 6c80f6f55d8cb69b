package io.github.formulint.markdown.universal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.StrayDelimiter;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for any text, however odd. */
class ReadingPropertiesTest {

  @Property(tries = 1000)
  void everyPlaceIsInsideTheFile(@ForAll("documents") String text) {
    Reading reading = ReadingAssert.read(text);
    for (Formula formula : reading.formulas()) {
      assertThat(formula.span().end()).isLessThanOrEqualTo(text.length());
      assertThat(formula.span().contains(formula.texSpan())).isTrue();
    }
    for (StrayDelimiter stray : reading.strays()) {
      assertThat(stray.mark().end()).isLessThanOrEqualTo(text.length());
      assertThat(stray.mark().of(text)).matches("\\$+|\\\\+[(\\[]|\\\\begin\\{.*}");
    }
  }

  @Property(tries = 1000)
  void formulasAndStraysDoNotOverlap(@ForAll("documents") String text) {
    Reading reading = ReadingAssert.read(text);
    List<Span> spans = new ArrayList<>();
    reading.formulas().forEach(formula -> spans.add(formula.span()));
    assertThat(spans).isSorted();
    reading.strays().stream()
        .filter(stray -> !isCutOf(stray, reading.formulas()))
        .forEach(stray -> spans.add(stray.mark()));
    spans.sort(null);
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).overlaps(spans.get(i - 1))).as("%s", spans).isFalse();
    }
  }

  /** A formula over blank lines is read as it was meant, and told as one that is cut there. */
  private static boolean isCutOf(StrayDelimiter stray, List<Formula> formulas) {
    return stray instanceof StrayDelimiter.Cut cut
        && formulas.stream().anyMatch(formula -> formula.span().equals(cut.formula()));
  }

  @Property(tries = 1000)
  void everyCharacterOfTheTexStandsInTheSource(@ForAll("documents") String text) {
    for (Formula formula : ReadingAssert.read(text).formulas()) {
      String tex = formula.tex();
      assertThat(formula.offsets().texLength()).isEqualTo(tex.length());
      int last = formula.texSpan().start() - 1;
      for (int i = 0; i < tex.length(); i++) {
        int source = formula.offsets().toSource(i);
        // CommonMark 0.31.2, section 2.3: U+0000 is read as the replacement character.
        char expected = text.charAt(source) == '\0' ? '\uFFFD' : text.charAt(source);
        assertThat(tex.charAt(i)).as("offset %d of %s", i, formula).isEqualTo(expected);
        assertThat(source).isGreaterThan(last);
        last = source;
      }
      assertThat(formula.offsets().toSource(tex.length())).isEqualTo(formula.texSpan().end());
    }
  }

  @Property(tries = 1000)
  void delimitersStandAtTheEndsOfTheSpan(@ForAll("documents") String text) {
    for (Formula formula : ReadingAssert.read(text).formulas()) {
      String source = formula.span().of(text);
      switch (formula.delimiter()) {
        case MATH_FENCE -> assertThat(source).containsIgnoringCase("math");
        case ENVIRONMENT -> assertThat(source).startsWith("\\begin{").endsWith("}");
        default ->
            assertThat(source)
                .startsWith(formula.delimiter().opener())
                .endsWith(formula.delimiter().closer());
      }
    }
  }

  @Property(tries = 1000)
  void carriageReturnsChangeNothingButPlaces(@ForAll("documents") String text) {
    Reading unix = ReadingAssert.read(text);
    Reading windows = ReadingAssert.read(text.replace("\n", "\r\n"));
    assertThat(ReadingAssert.describe(windows)).isEqualTo(ReadingAssert.describe(unix));
    assertThat(windows.strays()).hasSameSizeAs(unix.strays());
    for (int i = 0; i < unix.formulas().size(); i++) {
      Span span = unix.formulas().get(i).span();
      int before = (int) text.substring(0, span.start()).chars().filter(c -> c == '\n').count();
      assertThat(windows.formulas().get(i).span().start()).isEqualTo(span.start() + before);
    }
  }

  @Property(tries = 1000)
  void byteOrderMarkMovesEverythingByOne(@ForAll("documents") String text) {
    Reading plain = ReadingAssert.read(text);
    Reading marked = ReadingAssert.read("\uFEFF" + text);
    assertThat(ReadingAssert.describe(marked)).isEqualTo(ReadingAssert.describe(plain));
    for (int i = 0; i < plain.formulas().size(); i++) {
      Span span = plain.formulas().get(i).span();
      assertThat(marked.formulas().get(i).span())
          .isEqualTo(new Span(span.start() + 1, span.end() + 1));
    }
  }

  @Property(tries = 1000)
  void quotingADocumentLosesNoFormula(@ForAll("formulas") List<String> formulas) {
    String text = String.join("\n\n", formulas) + "\n";
    String quoted = "> " + text.replace("\n", "\n> ");
    assertThat(ReadingAssert.describe(ReadingAssert.read(quoted)))
        .isEqualTo(ReadingAssert.describe(ReadingAssert.read(text)));
    assertThat(ReadingAssert.read(text).formulas()).hasSize(formulas.size());
  }

  /** Any mix of what means something in Markdown or in formulas. */
  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> marks =
        Arbitraries.of(
            "$",
            "$$",
            "$$$",
            "\\(",
            "\\)",
            "\\[",
            "\\]",
            "\\\\(",
            "\\\\)",
            "\\\\[",
            "\\\\]",
            "$`",
            "`$",
            "\\begin{align}",
            "\\end{align}",
            "```math\n",
            "```",
            "~~~",
            "\\",
            "\\$",
            "\\|",
            "\\text{",
            "{",
            "}",
            "%");
    Arbitrary<String> markdown =
        Arbitraries.of(
            "> ",
            "- ",
            "1. ",
            "    ",
            "  ",
            "\t",
            "# ",
            "| a | b |\n|---|---|\n| ",
            " | ",
            "|",
            "`",
            "<div>",
            "</div>",
            "<code>",
            "</code>",
            "<!--",
            "-->",
            "<pre>",
            "[",
            "](",
            ")",
            "[^1]: ",
            "!!! note\n    ",
            "---\n",
            "===\n",
            "*",
            "_",
            "~~",
            "http://a.b/");
    Arbitrary<String> text =
        Arbitraries.of(
            "a",
            "x_1",
            "\\frac{a}{b}",
            "5",
            " ",
            "  ",
            "word ",
            "three more words ",
            "，",
            "中文",
            "😀",
            "+",
            "= b",
            "\n",
            "\n",
            "\n\n",
            "\n",
            "\0",
            "\uFEFF");
    return Arbitraries.frequencyOf(Tuple.of(5, marks), Tuple.of(3, markdown), Tuple.of(6, text))
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts))
        .filter(document -> !document.startsWith("\uFEFF"));
  }

  @Provide
  Arbitrary<List<String>> formulas() {
    return Arbitraries.of(
            "text $x$ text",
            "$$\na\n- b\n$$",
            "$$ a\n+ b $$",
            "\\[\nx_1\n\n= y\n\\]",
            "\\(x+y\\)",
            "```math\na\n\nb\n```",
            "\\begin{align}\na &= b\n\\end{align}",
            "so $$\nc\n> d\n$$ holds")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
