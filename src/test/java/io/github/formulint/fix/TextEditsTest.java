package io.github.formulint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Edits change what they name and nothing else. */
class TextEditsTest {

  @Test
  void replacesInsertsAndDeletes() {
    TextEdits edits = new TextEdits(List.of(edit(4, 5, ""), edit(0, 1, "xy"), edit(2, 2, "-")));
    assertThat(edits.applyTo(SourceFile.of("a.md", "abcde")).text()).isEqualTo("xyb-cd");
  }

  @Test
  void keepsWhatIsInsertedAtAnEndOutsideOfUnchangedText() {
    TextEdits edits = new TextEdits(List.of(edit(2, 2, "++"), edit(5, 5, "--")));
    assertThat(edits.shift(new Span(2, 5))).isEqualTo(new Span(4, 7));
    assertThat(edits.grow(new Span(2, 5))).isEqualTo(new Span(2, 9));
  }

  @Property
  void unchangedTextStandsWhereShiftSays(
      @ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> gaps) {
    List<Edit> edits = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    List<Span> unchanged = new ArrayList<>();
    for (int gap : gaps) {
      int start = text.length();
      text.append("keep").append(start);
      unchanged.add(new Span(start, text.length()));
      text.append("x".repeat(gap));
      edits.add(edit(text.length() - gap, text.length(), "y".repeat(4 - gap)));
    }
    TextEdits all = new TextEdits(edits);
    String after = all.applyTo(SourceFile.of("a.md", text.toString())).text();
    for (Span span : unchanged) {
      assertThat(all.shift(span).of(after)).isEqualTo(span.of(text));
    }
  }

  private static Edit edit(int start, int end, String replacement) {
    return new Edit(new Span(start, end), replacement);
  }
}
