package io.github.formulint.markdown.kramdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Readings;
import io.github.formulint.source.SourceFile;
import org.junit.jupiter.api.Test;

/** Jekyll: only two dollars make a formula. */
class KramdownReaderTest {

  private static final KramdownReader KRAMDOWN = KramdownReader.kramdown();
  private static final KramdownReader GFM = KramdownReader.gfm();

  @Test
  void readsOnlyTwoDollars() {
    assertThat(Readings.of(KRAMDOWN, "let $a$, \\(b\\) and $$c$$ be")).containsExactly("c");
  }

  @Test
  void readsABlockOfItsOwnAsDisplayWhateverItHolds() {
    assertThat(Readings.of(KRAMDOWN, "$$\na\n\n- b\n> c\n$$\n"))
        .containsExactly("display:a\n\n- b\n> c");
  }

  @Test
  void readsABlockThatTouchesTextAsInline() {
    assertThat(Readings.of(KRAMDOWN, "so\n$$\nn\n$$\n")).containsExactly("n");
    assertThat(Readings.of(KRAMDOWN, "$$n$$ and")).containsExactly("n");
  }

  @Test
  void makesATableOfAPipe() {
    assertThat(Readings.of(KRAMDOWN, "the norm $$|v|$$ is\n")).isEmpty();
    assertThat(Readings.of(KRAMDOWN, "the norm $$\\vert v\\vert$$ is\n"))
        .containsExactly("\\vert v\\vert");
  }

  @Test
  void letsListsEndParagraphsOnlyInGfm() {
    assertThat(Readings.of(KRAMDOWN, "so\n- $$a\n- b$$\n")).containsExactly("a\n- b");
    assertThat(Readings.of(GFM, "so\n- $$a\n- b$$\n")).isEmpty();
  }

  @Test
  void knowsBacktickFencesOnlyInGfm() {
    assertThat(Readings.of(GFM, "```\na\n\n$$n$$\n\nb\n```\n")).isEmpty();
    assertThat(Readings.of(KRAMDOWN, "```\na\n\n$$n$$\n\nb\n```\n")).containsExactly("display:n");
  }

  @Test
  void hidesFootnotesThatNothingRefersTo() {
    assertThat(Readings.of(KRAMDOWN, "a\n\n[^1]: note $$n$$\n")).isEmpty();
    assertThat(Readings.of(KRAMDOWN, "a[^1]\n\n[^1]: note $$n$$\n")).containsExactly("n");
  }

  @Test
  void readsHtmlOnlyWhereTold() {
    assertThat(Readings.of(GFM, "<div>\n$$n$$\n</div>\n")).isEmpty();
    assertThat(Readings.of(GFM, "<div markdown=\"1\">\n\n$$n$$\n\n</div>\n"))
        .containsExactly("display:n");
  }

  @Test
  void knowsThePlaceInAQuoteInAList() {
    String text = "- > so $$a\n  > b$$\n";
    Formula formula = GFM.read(SourceFile.of("a.md", text)).formulas().get(0);
    assertThat(formula.tex()).isEqualTo("a\nb");
    assertThat(formula.offsets().toSource(2)).isEqualTo(text.indexOf('b'));
  }
}
