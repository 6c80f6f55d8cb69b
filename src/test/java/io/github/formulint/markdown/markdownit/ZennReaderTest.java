package io.github.formulint.markdown.markdownit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of Zenn that differ from those of markdown-it-texmath. */
class ZennReaderTest {

  @Test
  void twoDollarsInATextHoldDollars() {
    assertReads("so $$u \\text{if $v$}$$ is\n", "display u \\text{if $v$}");
    assertReads("so $$ u $$ is\n", "inline $ u $");
  }

  @Test
  void aBlockDoesNotInterruptText() {
    assertReads("so\n$$\nu\n$$\n");
    assertReads("so\n\n$$\nu\n$$\n", "display \nu\n");
    assertReads(":::message\n$$\nu\n$$\n:::\n", "display \nu\n");
  }

  @Test
  void theNearestDollarDecides() {
    assertReads("$u \\$5$\n");
    assertReads("$u\\$ v\n", "inline u\\");
  }

  @Test
  void aFormulaDoesNotRunOverALink() {
    assertReads("[$so](https://a.b/$u)\n");
  }

  @Test
  void tagsAreText() {
    assertReads("<div>\n$u$\n</div>\n", "inline u");
    assertReads("<a href=\"$u$\">\n", "inline u");
    assertReads("<<https://a.b/$u$> <!-- $v$ --> <!-- $w$\n", "inline w");
  }

  private static void assertReads(String markdown, String... formulas) {
    List<String> read =
        new ZennReader()
            .read(SourceFile.of("test.md", markdown)).formulas().stream()
                .map(f -> (f.style() == MathStyle.DISPLAY ? "display " : "inline ") + f.tex())
                .toList();
    assertThat(read).as(markdown).containsExactly(formulas);
  }
}
