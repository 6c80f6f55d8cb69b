package io.github.formulint.markdown.remark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The constructs that Cherry Studio 2 adds to remark-math, one by one. */
class CherryStudio2ReaderTest {

  @Test
  void dollarsOnTheLinesOfTheTexAreABlock() {
    assertReads("$$u\nv$$\n", "display u\nv");
    assertReads("> $$u\n> v$$\n", "display u\nv");
    assertReads("- $$u\n\n  v$$\n", "display u\n\nv");
  }

  @Test
  void aBlockEndsInItsContainer() {
    assertReads("> $$u\nv$$ so\n", "display ");
  }

  @Test
  void anEnvironmentBetweenDollarsIsABlock() {
    assertReads("$$\\begin{pmatrix}u\\end{pmatrix}$$\n", "display \\begin{pmatrix}u\\end{pmatrix}");
    assertReads("so $$u \\tag{1}$$ is\n", "display u \\tag{1}");
    assertReads("# so $$u \\tag{1}$$\n", "inline u \\tag{1}");
  }

  @Test
  void anEnvironmentOpensAtTheStartOfALineOnly() {
    assertReads("so\n\\begin{align}\nu\n\\end{align}\n", "display \\begin{align}\nu\n\\end{align}");
    assertReads("so \\begin{align}u\\end{align}\n");
    assertReads("- \\begin{align}$u$\\end{align}\n");
    assertReads("\\begin{cases}u\\end{cases}\n");
  }

  @Test
  void bracketsNest() {
    assertReads("\\(u \\(v\\) w\\)\n", "inline u v w");
    assertReads("\\[u\\]\n", "inline u");
    assertReads("\\[\nu\n\nv\n\\]\n", "display u\n\nv\n");
    assertReads("- \\[\n  u\n  \\]. So\n", "display u\n");
  }

  @Test
  void bracketsInALinkAreText() {
    assertReads("[\\(u\\) $v$](w)\n", "inline v");
    assertReads("\\\\(u\\\\)\n");
  }

  @Test
  void texBehindAnOpenerIsNoInfoString() {
    assertReads(
        "$$\\begin{cases}\nu\n\\end{cases}\n$$\n", "display \\begin{cases}\nu\n\\end{cases}");
    assertReads("$$ so\nu\n$$\n", "display u");
  }

  @Test
  void indentedLinesAreCode() {
    assertReads("so\n\n    $u$\n");
  }

  @Test
  void aSettingTurnsSingleDollarsOff() {
    assertThat(
            CherryStudio2Reader.withoutSingleDollars()
                .read(SourceFile.of("test.md", "$u$ $$v$$ \\(w\\)\n"))
                .formulas())
        .map(formula -> formula.tex())
        .containsExactly("v", "w");
  }

  @Test
  void openersThatNothingClosesCostNoMoreThanTheirLength() {
    for (String opener :
        List.of("$$\\begin{a}\n\n", "$$u\n", "\\[\n\n", "\\(\n", "\\begin{align}\n")) {
      assertThat(
              CherryStudio2Reader.withSingleDollars()
                  .read(SourceFile.of("test.md", opener.repeat(100_000)))
                  .formulas()
                  .size())
          .isLessThan(100_000);
    }
  }

  private static void assertReads(String markdown, String... formulas) {
    List<String> read =
        CherryStudio2Reader.withSingleDollars()
            .read(SourceFile.of("test.md", markdown))
            .formulas()
            .stream()
            .map(f -> (f.style() == MathStyle.DISPLAY ? "display " : "inline ") + f.tex())
            .toList();
    assertThat(read).as(markdown).containsExactly(formulas);
  }
}
