package io.github.formulint.markdown.rendered;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.Readings;
import io.github.formulint.source.SourceFile;
import org.junit.jupiter.api.Test;

/** KaTeX auto-render sees what Markdown leaves. */
class AutoRenderReaderTest {

  private static final AutoRenderReader DEFAULT = AutoRenderReader.withDefaultDelimiters();
  private static final AutoRenderReader DOLLARS = AutoRenderReader.withDollars();

  @Test
  void takesSingleDollarsOnlyWhereTold() {
    assertThat(Readings.of(DEFAULT, "so $n+1$ and $$n+2$$")).containsExactly("display:n+2");
    assertThat(Readings.of(DOLLARS, "so $n+1$ and $$n+2$$")).containsExactly("n+1", "display:n+2");
  }

  @Test
  void losesBracketsThatMarkdownUnescapes() {
    assertThat(Readings.of(DEFAULT, "so \\(n\\) holds")).isEmpty();
    assertThat(Readings.of(DEFAULT, "so \\\\(n\\\\) holds")).containsExactly("n");
  }

  @Test
  void getsTexAfterMarkdown() {
    assertThat(Readings.of(DOLLARS, "$\\{n\\}$ and $a &lt; b$")).containsExactly("{n}", "a < b");
  }

  @Test
  void isCutByEmphasis() {
    assertThat(Readings.of(DOLLARS, "$a*b$ and $c*d$")).containsExactly(" and ");
  }

  @Test
  void stopsAtTheFirstOpenerThatNothingCloses() {
    assertThat(Readings.of(DOLLARS, "$n$ then $$ then $m$")).containsExactly("n");
  }

  @Test
  void readsNoCodeAndNoScript() {
    assertThat(Readings.of(DOLLARS, "`$a$` <pre>$b$</pre>\n\n    $c$\n")).isEmpty();
  }

  @Test
  void knowsThePlaceOfWhatMarkdownChanged() {
    String text = "> let $a\\_1$ be";
    Formula formula = DOLLARS.read(SourceFile.of("a.md", text)).formulas().get(0);
    assertThat(formula.tex()).isEqualTo("a_1");
    assertThat(formula.span().of(text)).isEqualTo("$a\\_1$");
    assertThat(formula.offsets().toSource(2)).isEqualTo(text.indexOf('1'));
    assertThat(formula.context()).isEqualTo(FormulaContext.QUOTE);
  }

  @Test
  void knowsThePlaceInTheCellOfATable() {
    String text = "| a | b |\n|---|---|\n| $\\|v\\|$ | $w$ |\n";
    assertThat(DOLLARS.read(SourceFile.of("a.md", text)).formulas())
        .extracting(formula -> formula.span().of(text))
        .containsExactly("$\\|v\\|$", "$w$");
  }
}
