package io.github.formulint.markdown.pandoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Readings;
import io.github.formulint.source.SourceFile;
import org.junit.jupiter.api.Test;

/** {@code pandoc -f gfm}. */
class PandocGfmReaderTest {

  private static final PandocGfmReader READER = new PandocGfmReader();

  @Test
  void readsDollarsBackticksAndFences() {
    assertThat(Readings.of(READER, "$a$ $$b$$ $`c`$\n\n```math\nd\n```\n"))
        .containsExactly("a", "display:b", "c", "display:d");
  }

  @Test
  void balancesBraces() {
    assertThat(Readings.of(READER, "$a {b$ c}$")).containsExactly("a {b$ c}");
    assertThat(Readings.of(READER, "$}$ and $x$")).containsExactly("x");
  }

  @Test
  void wantsNoSpaceInsideAndNoDigitBehind() {
    assertThat(Readings.of(READER, "$ a$, $b $, $c$5, $d$")).containsExactly("d");
  }

  @Test
  void readsBareUrlsFirst() {
    assertThat(Readings.of(READER, "see https://e.com/$a$ and $b$")).containsExactly("b");
  }

  @Test
  void letsBlocksWin() {
    assertThat(Readings.of(READER, "$$\na\n- b\n$$\n")).isEmpty();
  }

  @Test
  void knowsThePlaceInAQuote() {
    String text = "> $$\n> n\n> $$\n";
    Formula formula = READER.read(SourceFile.of("a.md", text)).formulas().get(0);
    assertThat(formula.tex()).isEqualTo("\nn\n");
    assertThat(formula.span().of(text)).isEqualTo("$$\n> n\n> $$");
    assertThat(formula.offsets().toSource(1)).isEqualTo(text.indexOf('n'));
  }
}
