package io.github.formulint.markdown.marked;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Readings;
import org.junit.jupiter.api.Test;

/** Where marked cuts text decides which formulas marked-katex-extension finds. */
class MarkedReaderTest {

  @Test
  void aFormulaBeginsBehindASpaceButNotBehindALineEnd() {
    assertReads("so $u$ is\n", "u");
    assertReads("so\n$u$ is\n");
  }

  @Test
  void aFormulaBeginsWhereAnElementDoes() {
    assertReads("so\n*$u$* is\n", "u");
    assertReads("[a $u$](b) [c $v$ ]\n", "u", "v");
    assertReads("![$u$](v)\n", "u");
  }

  @Test
  void marksThatNothingClosesArePiecesOfTheirOwn() {
    assertReads("a ~~$u$ b\n", "u");
  }

  @Test
  void noLetterStandsBehindACloser() {
    assertReads("值 $u$，值$v$。\n", "u");
    assertReads("a $b $c$ d\n", "b $c");
    assertReads("$5, x$y $z$ \n", "5, x$y $z");
  }

  @Test
  void codeTagsAndAddressesHoldNoFormula() {
    assertReads("`$u$` <b a=\"$v$\"> https://c.d/ $w$ \n", "w");
  }

  @Test
  void aReferenceIsCutOutOfTheText() {
    assertReads("[c $u$]\n\n[c $u$]: d\n", "u");
  }

  @Test
  void indentedLinesOfAListBelongToTheTextBeforeThem() {
    assertReads("- a\n      b\n\n      c $u$ d\n", "u");
    assertReads("- a\n\n      c $u$ d\n");
  }

  @Test
  void blocksHaveTheirDollarsOnLinesOfTheirOwn() {
    assertReads("$$\nu\n$$\n", "display:u");
    assertReads("so\n$$\nu\n$$\n");
  }

  private static void assertReads(String markdown, String... formulas) {
    assertThat(Readings.of(new MarkedReader(), markdown)).containsExactly(formulas);
  }
}
