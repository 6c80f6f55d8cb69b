package io.github.formulint.markdown.pythonmarkdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Readings;
import io.github.formulint.source.SourceFile;
import org.junit.jupiter.api.Test;

/** MkDocs: a display formula is a block of its own. */
class ArithmatexReaderTest {

  private static final ArithmatexReader READER = new ArithmatexReader();

  @Test
  void readsABlockAsDisplay() {
    assertThat(Readings.of(READER, "so\n\n$$\nn\n# m\n$$\n\nand"))
        .containsExactly("display:\nn\n# m\n");
    assertThat(Readings.of(READER, "\\[n\\]")).containsExactly("display:n");
    assertThat(Readings.of(READER, "\\begin{align}n\\end{align}"))
        .containsExactly("display:\\begin{align}n\\end{align}");
  }

  @Test
  void readsDisplayInTextAsInline() {
    assertThat(Readings.of(READER, "so $$n$$ holds")).containsExactly("n");
  }

  @Test
  void losesABlockThatTouchesText() {
    assertThat(Readings.of(READER, "so\n$$\nn\n$$")).isEmpty();
  }

  @Test
  void needsFourSpacesInAList() {
    assertThat(Readings.of(READER, "- a\n\n    $$\n    n\n    $$\n"))
        .containsExactly("display:\nn\n");
    assertThat(Readings.of(READER, "- a\n\n  $$\n  n\n  $$\n")).isEmpty();
  }

  @Test
  void readsWhatAdmonitionsDetailsAndTabsHold() {
    for (String opener : new String[] {"!!! note", "??? note", "???+ note \"a\"", "=== \"Tab\""}) {
      assertThat(Readings.of(READER, opener + "\n\n    $$\n    b_1\n    $$\n\n    and $c$\n\n$d$"))
          .as(opener)
          .containsExactly("display:\nb_1\n", "c", "d");
    }
    assertThat(Readings.of(READER, "!!! note \"of $a$\"\n    $b$\n$c$"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void readsListsInContainersAndContainersInLists() {
    assertThat(Readings.of(READER, "!!! note\n\n    - a\n\n        $$\n        b\n        $$\n"))
        .containsExactly("display:\nb\n");
    assertThat(Readings.of(READER, "- a\n\n    ??? note\n\n        $$\n        b\n        $$\n"))
        .containsExactly("display:\nb\n");
    assertThat(
            Readings.of(READER, "=== \"A\"\n\n    !!! note\n\n        $b$\n\n=== \"B\"\n\n    $c$"))
        .containsExactly("b", "c");
  }

  @Test
  void takesWhatIsIndentedElsewhereForCode() {
    assertThat(Readings.of(READER, "!!!note!\n\n    $a$\n\n!! note\n\n    $b$")).isEmpty();
  }

  @Test
  void hasSmartDollars() {
    assertThat(Readings.of(READER, "$ a $, $b $, $c$5")).containsExactly("c");
  }

  @Test
  void readsCodeFirst() {
    assertThat(Readings.of(READER, "$a `b$ c` d")).isEmpty();
    assertThat(Readings.of(READER, "~~~\n$a$\n~~~\n\n$b$")).containsExactly("b");
  }

  @Test
  void losesFormulasInRawHtmlAndInTheTextOfImages() {
    assertThat(Readings.of(READER, "<div>\n\n$a$\n\n</div>\n\n![$b$](c.png)")).isEmpty();
  }

  @Test
  void cutsTablesBeforeFormulas() {
    assertThat(Readings.of(READER, "a | b\n--|--\n$x|y$ | $z$\n")).isEmpty();
    assertThat(Readings.of(READER, "a | b\n--|--\n$x$ | $z$\n")).containsExactly("x", "z");
  }

  @Test
  void knowsThePlaceBehindATab() {
    String text = "a\tb $n$";
    Formula formula = READER.read(SourceFile.of("a.md", text)).formulas().get(0);
    assertThat(formula.span().of(text)).isEqualTo("$n$");
  }
}
