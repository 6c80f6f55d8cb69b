package io.github.formulint.markdown.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static Platform platform(String id) {
    return Platforms.find(id).orElseThrow();
  }

  private static Comparison compare(String platform, String text) {
    SourceFile document = SourceFile.of("a.md", text.replace("⏎", "\n"));
    MarkdownReader universal = new UniversalReader();
    return Comparison.of(platform(platform), document, universal.read(document), universal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "github | 中 $x$ 文 | READ",
        "github | 中$x$文 | LOST",
        "github | a $\\{x\\}$ b | ALTERED",
        "gitlab | a $\\{x\\}$ b | READ",
        "remark | a $ x $ b | READ",
        "pandoc | a $ x $ b | LOST",
        "remark | a \\(x\\) b | LOST",
        "cherry-studio | a \\(x\\) b | READ",
        "remark | $$x$$ | ALTERED",
        "remark | > - $$x$$. | ALTERED",
        "remark | a $$x$$ b | READ",
        "jekyll | a $$x$$ b | READ",
        "jekyll | a $x$ b | LOST",
        "remark | $$x⏎y$$⏎⏎b | LOST",
        "remark | $$⏎x⏎$$ | READ",
        "remark | > $$⏎>   x⏎> $$ | READ",
        "remark | $$⏎x⏎⏎y⏎$$ | READ",
        "gitlab | $$⏎x⏎⏎y⏎$$ | LOST",
        "remark | !!! note⏎⏎    $x$ | LOST",
        "remark | \\begin{align}⏎x⏎\\end{align} | LOST",
        "mathjax | \\begin{align}⏎x⏎\\end{align} | READ",
      })
  void aFormulaIsReadOrAlteredOrLost(String platform, String text, Fate fate) {
    assertThat(compare(platform, text).formulas())
        .extracting(ComparedFormula::fate)
        .containsExactly(fate);
  }

  @Test
  void whatOnlyThePlatformReadsIsAccidental() {
    Comparison comparison = compare("remark", "from $5 to $6, and $x$");
    assertThat(comparison.accidental())
        .extracting(formula -> formula.span().start())
        .containsExactly(5);
    assertThat(comparison.count(Fate.READ)).isEqualTo(1);
    assertThat(compare("github", "from $5 to $6, and $x$").accidental()).isEmpty();
  }

  @Test
  void aFormulaInTheDescriptionOfAnImageWasMeant() {
    assertThat(compare("vscode", "![a $x$ b](c.png)").accidental()).isEmpty();
  }

  @Test
  void emptyFormulasDoNotCount() {
    Comparison comparison = compare("remark", "$$\n\n$$\n\n$x$");
    assertThat(comparison.formulas()).hasSize(1);
    assertThat(comparison.accidental()).isEmpty();
  }

  @Test
  void whatAPlatformReadsOverIsLost() {
    Comparison comparison = compare("remark", "$$a\nb$$\n\nc $d$ e $f$\n");
    assertThat(comparison.formulas())
        .extracting(ComparedFormula::fate)
        .containsExactly(Fate.LOST, Fate.LOST, Fate.LOST);
    assertThat(comparison.formulas().get(2).seen())
        .isEqualTo(comparison.formulas().get(0).seen())
        .hasSize(1);
  }

  @Test
  void aLostFormulaIsShownNowhere() {
    ComparedFormula lost = compare("github", "中$x$文").formulas().get(0);
    assertThatThrownBy(lost::shown).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void countsOfDocumentsAdd() {
    PlatformCounts one = PlatformCounts.of(compare("remark", "$x$ \\(y\\)"));
    PlatformCounts two = PlatformCounts.of(compare("remark", "$$z$$\n\nfrom $5 to $6"));
    assertThat(one.plus(two))
        .isEqualTo(new PlatformCounts(platform("remark"), 1, 1, 1, 1))
        .extracting(PlatformCounts::meant)
        .isEqualTo(3L);
    PlatformCounts other = PlatformCounts.of(compare("github", "$x$"));
    assertThatThrownBy(() -> one.plus(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsAFormulaByItsPlace() {
    Comparison comparison = compare("remark", "$a$ \\(b\\) $c$");
    assertThat(
            List.of(0, 1, 2).stream()
                .map(i -> comparison.find(comparison.formulas().get(i).meant()).orElseThrow()))
        .isEqualTo(comparison.formulas());
  }
}
