package io.github.formulint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Lines and columns as people count them. */
class LineIndexTest {

  @Test
  void endsLinesWithLfCrlfAndCr() {
    assertPosition("a\nb", 2, 2, 1);
    assertPosition("a\r\nb", 3, 2, 1);
    assertPosition("a\rb", 2, 2, 1);
    assertPosition("a\n\nb", 3, 3, 1);
  }

  @Test
  void keepsTheOffsetInsideALineEndingOnItsLine() {
    assertPosition("ab\r\nc", 3, 1, 4);
  }

  @Test
  void countsCodePoints() {
    assertPosition("𠮷野x", 3, 1, 3);
  }

  @Test
  void givesTheByteOrderMarkNoColumn() {
    assertPosition("\uFEFFab", 0, 1, 1);
    assertPosition("\uFEFFab", 1, 1, 1);
    assertPosition("\uFEFFab", 2, 1, 2);
  }

  @Test
  void givesLinesWithoutTheirEnding() {
    LineIndex lines = LineIndex.of("\uFEFFab\r\ncd");
    assertThat(lines.line(1)).isEqualTo(new Span(1, 3));
    assertThat(lines.line(2)).isEqualTo(new Span(5, 7));
    assertThat(lines.lineCount()).isEqualTo(2);
  }

  @Test
  void countsCharactersOfTwoCodeUnitsAsOneColumn() {
    assertPosition("a𝔸b\n𝔸𝔸c", 3, 1, 3);
    assertPosition("a𝔸b\n𝔸𝔸c", 9, 2, 3);
  }

  /** Counting the columns of each place anew would take minutes. */
  @Test
  void findsManyPlacesOnALongLine() {
    String text = "中𝔸".repeat(1_000_000);
    LineIndex lines = LineIndex.of(text);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int offset = 0; offset < text.length(); offset += 3) {
            assertThat(lines.position(offset).column()).isEqualTo(offset / 3 * 2 + 1);
          }
        });
  }

  @Test
  void refusesOffsetsOutside() {
    LineIndex lines = LineIndex.of("ab");
    assertThat(lines.lineOf(2)).isEqualTo(1);
    assertThatThrownBy(() -> lines.lineOf(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Property
  void everyOffsetLiesOnItsLine(
      @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String letters,
      @ForAll @StringLength(max = 8) String noise) {
    String text = letters.replace("a", "\n").replace("b", "\r\n") + noise;
    LineIndex lines = LineIndex.of(text);
    for (int offset = 0; offset <= text.length(); offset++) {
      int line = lines.lineOf(offset);
      assertThat(lines.line(line).start()).isLessThanOrEqualTo(Math.max(offset, 1));
      if (line < lines.lineCount()) {
        assertThat(lines.line(line + 1).start()).isGreaterThan(offset);
      }
    }
  }

  private static void assertPosition(String text, int offset, int line, int column) {
    assertThat(LineIndex.of(text).position(offset)).isEqualTo(new Position(line, column));
  }
}
