package io.github.formulint.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The carets stand right under the place. */
class ExcerptProperties {

  /** A unique, narrow word, so that a test finds where it is shown without counting columns. */
  private static final String PLACE = "\\fault";

  private static List<String> excerpt(String text, Span span) {
    SourceFile document = SourceFile.of("a.md", text);
    return new Excerpt(document, Severity.ERROR, Palette.PLAIN, TextLayout.USUAL).lines(span);
  }

  private static Span placeIn(String text) {
    int start = text.indexOf(PLACE);
    return new Span(start, start + PLACE.length());
  }

  /**
   * Text of one column a character, of two, of none, and tabs; the width is known by the letter.
   */
  @Provide
  Arbitrary<String> surroundings() {
    Arbitrary<String> parts =
        Arbitraries.of(
            "a",
            "b ",
            "Z",
            "é",
            "中",
            "文",
            "の",
            "수",
            "！",
            "𠮷",
            "😀",
            "e\u0301",
            "x\u0302\u0323",
            "\t",
            "👨‍👩‍👧",
            "🇯🇵",
            "\u2009");
    return parts.list().ofMaxSize(90).map(list -> String.join("", list));
  }

  /** An independent count of columns: two for what is wide, by the blocks the letters come from. */
  private static int columns(String text) {
    int columns = 0;
    String rest = text.replace("👨‍👩‍👧", "中").replace("🇯🇵", "中");
    for (int codePoint : rest.codePoints().toArray()) {
      if ("中文の수！𠮷😀".indexOf(codePoint) >= 0) {
        columns += 2;
      } else if ("\u0301\u0302\u0323".indexOf(codePoint) < 0) {
        columns += 1;
      }
    }
    return columns;
  }

  @Property(tries = 500)
  void caretsStandRightUnderThePlace(
      @ForAll("surroundings") String before, @ForAll("surroundings") String after) {
    String line = before + PLACE + after;
    List<String> shown = excerpt("first\n" + line + "\nlast", placeIn("first\n" + line + "\nlast"));
    assertThat(shown).hasSize(3);
    String source = shown.get(1);
    String carets = shown.get(2);
    assertThat(source).contains(PLACE);
    int place = columns(source.substring(0, source.indexOf(PLACE)));
    assertThat(carets.indexOf('^')).isEqualTo(place);
    assertThat(carets.strip()).endsWith("| " + " ".repeat(place - 4) + "^".repeat(PLACE.length()));
  }

  @Property(tries = 500)
  void linesStayNarrow(
      @ForAll("surroundings") String before, @ForAll("surroundings") String after) {
    String text = before + PLACE + after;
    for (String line : excerpt(text, placeIn(text))) {
      assertThat(columns(line)).isLessThanOrEqualTo(TextLayout.USUAL_WIDTH);
    }
  }

  @Property(tries = 300)
  void everySpanOfEveryTextIsShown(@ForAll String text, @ForAll int one, @ForAll int other) {
    int first = Math.floorMod(one, text.length() + 1);
    int second = Math.floorMod(other, text.length() + 1);
    Span span = new Span(Math.min(first, second), Math.max(first, second));
    assertThat(excerpt(text, span)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void carriesCaretsUnderWideLetters() {
    String text = "中文 $x$";
    assertThat(excerpt(text, new Span(0, 2))).containsExactly("  |", "1 | 中文 $x$", "  | ^^^^");
  }

  @Test
  void marksTheLetterThatACombiningMarkStandsOn() {
    assertThat(excerpt("ae\u0301b", new Span(2, 3))).endsWith("  |  ^");
  }

  @Test
  void marksThePlaceBehindTheLastCharacter() {
    assertThat(excerpt("ab", Span.at(2))).containsExactly("  |", "1 | ab", "  |   ^");
  }

  @Test
  void showsTabsAsSpaces() {
    assertThat(excerpt("\ta\tb", new Span(3, 4)))
        .containsExactly("  |", "1 |     a   b", "  |         ^");
  }

  @Test
  void leavesOutTheByteOrderMark() {
    assertThat(excerpt("\uFEFFab", new Span(1, 2))).containsExactly("  |", "1 | ab", "  | ^");
  }

  @Test
  void showsFirstAndLastLineOfALongPlace() {
    String text = "a\n  b1\nb2\nb3\nb4\nb5 c\nd";
    assertThat(excerpt(text, new Span(4, 18)))
        .containsExactly("  |", "2 |   b1", "  |   ^^", "...", "6 | b5 c", "  | ^^");
  }

  @Test
  void lastLineIsNotShownWhenThePlaceEndsBeforeIt() {
    assertThat(excerpt("ab\ncd\n", new Span(0, 3))).containsExactly("  |", "1 | ab", "  | ^^");
  }

  @Test
  void showsLinesThatEndWithCrLf() {
    assertThat(excerpt("ab\r\ncd\r\n", new Span(4, 6))).containsExactly("  |", "2 | cd", "  | ^^");
  }

  @Test
  void neverHandsControlCharactersToTheTerminal() {
    String shown = String.join("\n", excerpt("a\u001B[31m\u202Eb\u0085\u007F", new Span(0, 1)));
    assertThat(shown).doesNotContain("\u001B", "\u202E", "\u0085", "\u007F").contains("␛[31m");
  }

  @Test
  void numbersAreAligned() {
    String text = "x\n".repeat(8) + "ab\ncd\n";
    assertThat(excerpt(text, new Span(16, 21)))
        .containsExactly("   |", " 9 | ab", "   | ^^", "10 | cd", "   | ^^");
  }

  @Test
  void saysWhereALongLineGoesOn() {
    String text = "b".repeat(100_000) + "中".repeat(100_000) + PLACE + " a".repeat(100_000);
    List<String> shown = excerpt(text, placeIn(text));
    assertThat(shown).hasSize(3);
    assertThat(shown.get(1)).startsWith("1 | …").contains(PLACE).endsWith("…");
    assertThat(shown.get(2)).endsWith("^".repeat(PLACE.length()));
    assertThat(columns(shown.get(1).substring(0, shown.get(1).indexOf(PLACE))))
        .isEqualTo(shown.get(2).indexOf('^'));
  }

  /** Laying out the whole line for each of its findings would take hours. */
  @Test
  void showsManyPlacesOnALongLine() {
    SourceFile document = SourceFile.of("a.md", ("中 " + PLACE + " ").repeat(100_000));
    Excerpt excerpt = new Excerpt(document, Severity.ERROR, Palette.PLAIN, TextLayout.USUAL);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int at = 2; at < document.text().length(); at += 4500) {
            Span span = new Span(at, at + PLACE.length());
            Fix fix = new Fix("mend it", Applicability.SAFE, List.of(new Edit(span, "x")));
            assertThat(excerpt.lines(span)).hasSize(3);
            assertThat(excerpt.preview(fix, 1)).hasSize(4);
          }
        });
  }

  @Test
  void previewsEditsOnLongLines() {
    String text = "a".repeat(5000) + "\r\n" + "b".repeat(5000) + "\nc";
    SourceFile document = SourceFile.of("a.md", text);
    Fix fix =
        new Fix(
            "mend it",
            Applicability.SAFE,
            List.of(new Edit(new Span(4990, 4992), "XX"), new Edit(new Span(5002, 5003), "Y\nZ")));
    List<String> preview =
        new Excerpt(document, Severity.ERROR, Palette.PLAIN, TextLayout.USUAL).preview(fix, 1);
    preview = preview.stream().filter(line -> !line.strip().matches("~+")).toList();
    assertThat(preview).hasSize(5);
    assertThat(preview.get(0)).startsWith("1 - …aa").endsWith("aa");
    assertThat(preview.get(1)).startsWith("2 - bb").endsWith("b…");
    assertThat(preview.get(2)).startsWith("1 + …aa").endsWith("aXX" + "a".repeat(8));
    assertThat(preview.get(3)).isEqualTo("2 + Y");
    assertThat(preview.get(4)).startsWith("3 + Zbb").endsWith("b…");
  }
}
