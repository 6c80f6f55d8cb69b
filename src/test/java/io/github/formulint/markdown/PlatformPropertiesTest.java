package io.github.formulint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.source.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any text and any platform. */
class PlatformPropertiesTest {

  @Property(tries = 400)
  void everyFormulaIsInsideTheFileAndNoneOverlap(
      @ForAll("documents") String text, @ForAll ReaderUnderTest platform) {
    int end = 0;
    for (Formula formula : platform.read(text)) {
      Span span = formula.span();
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(span.end()).isLessThanOrEqualTo(text.length());
      assertThat(formula.offsets().texLength()).isEqualTo(formula.tex().length());
      end = span.end();
    }
  }

  @Property(tries = 400)
  void everyCharacterOfTheTexStandsInTheSource(
      @ForAll("documents") String text, @ForAll ReaderUnderTest platform) {
    for (Formula formula : platform.read(text)) {
      for (int i = 0; i < formula.tex().length(); i++) {
        char tex = formula.tex().charAt(i);
        char source = text.charAt(formula.offsets().toSource(i));
        boolean replaced = source == '\\' || source == '&';
        if (!replaced && !Character.isWhitespace(tex)) {
          assertThat(source).as("offset %d of %s", i, formula).isEqualTo(tex);
        }
      }
    }
  }

  @Property(tries = 400)
  void lineEndingsDoNotMatter(@ForAll("documents") String text, @ForAll ReaderUnderTest platform) {
    assertThat(tex(platform, text.replace("\n", "\r\n"))).isEqualTo(tex(platform, text));
  }

  @Property(tries = 400)
  void aByteOrderMarkDoesNotMatter(
      @ForAll("documents") String text, @ForAll ReaderUnderTest platform) {
    assertThat(tex(platform, "\uFEFF" + text)).isEqualTo(tex(platform, text));
    List<Formula> formulas = platform.read(text);
    List<Formula> moved = platform.read("\uFEFF" + text);
    for (int i = 0; i < formulas.size(); i++) {
      assertThat(moved.get(i).span().start()).isEqualTo(formulas.get(i).span().start() + 1);
    }
  }

  private static List<String> tex(ReaderUnderTest platform, String text) {
    return platform.read(text).stream().map(Formula::tex).toList();
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(
            "$",
            "$$",
            "\\(",
            "\\)",
            "\\\\[",
            "\\\\]",
            "$x$",
            "$$y$$",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "  ",
            "    ",
            "`",
            "```math\n",
            "~~~\n",
            "# ",
            "|",
            "| a | b |\n|---|---|\n",
            "[",
            "](u)",
            "![",
            "<b>",
            "<div>",
            "</div>",
            "\\",
            "\\$",
            "&amp;",
            "*",
            "_",
            "a",
            "5",
            "公式",
            "，",
            "\t",
            "[^1]",
            "[^1]: ",
            ": ",
            "\\begin{align}",
            "\\end{align}",
            "{",
            "}")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
