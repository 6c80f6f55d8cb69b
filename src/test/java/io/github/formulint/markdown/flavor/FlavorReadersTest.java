package io.github.formulint.markdown.flavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.github.GitHubReader;
import io.github.formulint.markdown.gitlab.GitLabReader;
import io.github.formulint.markdown.markdownit.MystReader;
import io.github.formulint.markdown.markdownit.TexmathReader;
import io.github.formulint.markdown.markdownit.VsCodeReader;
import io.github.formulint.markdown.markdownit.VuePressReader;
import io.github.formulint.markdown.marked.MarkedReader;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.markdown.remark.CherryStudioReader;
import io.github.formulint.markdown.remark.RemarkReader;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the platforms, one by one. */
class FlavorReadersTest {

  private static final MarkdownReader REMARK = RemarkReader.withSingleDollars();
  private static final MarkdownReader REMARK_WITHOUT_INDENTED_CODE =
      RemarkReader.withSingleDollars().withoutIndentedCode();

  @Test
  void remarkLosesTextBehindAnOpeningFence() {
    assertReads(REMARK, "$$ u =\nv\n$$\n", "display v");
  }

  @Test
  void remarkClosesAFenceOnlyOnALineOfItsOwn() {
    assertReads(REMARK, "$$\nu\nv $$\n\nw\n", "display u\nv $$\n\nw");
  }

  @Test
  void gitHubReadsTheTextOfAFenceAsHtmlOnceMore() {
    MarkdownReader gitHub = new GitHubReader();
    assertReads(gitHub, "```math\na<b + c\n```\n", "display a");
    assertReads(gitHub, "```math\na < b + c, 1<2\n```\n", "display a < b + c, 1<2");
    assertReads(gitHub, "```math\nx, a<b, c>d\n```\n", "display x, ad");
    assertReads(gitHub, "```math\na</b\nc\n```\n\n```math\n<x>y\n```\n", "display a", "display y");
    assertReads(gitHub, "> ```math\n> u\n> a<b> v\n> ```\n", "display u\na v");
  }

  @Test
  void remarkReadsAFenceOfMoreDollars() {
    assertReads(REMARK, "$$$\nu $$\n$$$\n", "display u $$");
  }

  @Test
  void remarkTakesTheIndentOfTheFenceFromItsLines() {
    assertReads(REMARK, "  $$\n    u\n v\n  $$\n", "display   u\nv");
  }

  @Test
  void withoutIndentedCodeFencesStandBehindAnyWhiteSpace() {
    MarkdownReader reader = REMARK_WITHOUT_INDENTED_CODE;
    assertReads(reader, "!!! note\n\n    $$\n    u\n      v\n    $$\n", "display u\n  v");
    assertReads(reader, "text\n\t\t$$\n\t\tu\n          $$\n\n$v$", "display u", "inline v");
    assertReads(REMARK, "text\n\n    $$\n    u\n    $$\n");
    assertReads(REMARK, "$$\nu\n    $$\n", "display u\n    $$");
  }

  @Test
  void withoutIndentedCodeOtherBlocksStandBehindAnyWhiteSpace() {
    MarkdownReader reader = REMARK_WITHOUT_INDENTED_CODE;
    assertReads(reader, "a\n\n    ```\n    $u$\n    ```\n    $v$", "inline v");
    assertReads(reader, "     ```math\n       u\n     v\n     ```\n", "display   u\nv");
    assertReads(reader, "    > $$\n      > u\n    > $$\n", "display u");
    assertReads(reader, "    - a\n    - $$\n      u\n      $$\n    - $v$", "display u", "inline v");
    assertReads(reader, "$u\n    # v$");
    assertReads(reader, "    [^n]: $$\n    u\n\nend", "display u");
    assertReads(reader, "$u\n    - - -\nv$");
  }

  @Test
  void remarkReadsPricesAsFormulas() {
    assertReads(REMARK, "from $3 to $4", "inline 3 to ");
    assertReads(RemarkReader.withoutSingleDollars(), "from $3 to $4");
  }

  @Test
  void remarkReadsDoubleDollarsInTextAsInline() {
    assertReads(REMARK, "so $$u$$ is", "inline u");
  }

  @Test
  void remarkKeepsTheEscapeOfAPipeInATable() {
    assertReads(REMARK, "| u |\n|--|\n| $a \\| b$ |\n", "inline a \\| b");
  }

  @Test
  void remarkReadsNoDollarsInAddresses() {
    assertReads(REMARK, "see https://example.org/?a=$u and $v$", "inline v");
  }

  @Test
  void remarkKeepsWhiteSpaceOfLinesInsideAFormula() {
    assertReads(REMARK, "- so $u\n     = v$\n", "inline u\n   = v");
  }

  @Test
  void frontMatterIsLeftOutOnlyWhereThePlatformDoes() {
    String markdown = "---\nt: $u$\n---\n$v$\n";
    assertReads(REMARK, markdown, "inline u", "inline v");
    assertReads(Platforms.find("docusaurus").orElseThrow().reader(), markdown, "inline v");
  }

  @Test
  void cherryStudioRewritesBrackets() {
    MarkdownReader reader = new CherryStudioReader();
    assertReads(reader, "so \\(u\\) and `\\(v\\)` and [\\(w\\)](x)", "inline u");
    assertReads(reader, "\\[\nu\n\\]\n", "display u");
    Formula formula = reader.read(SourceFile.of("a.md", "so \\(u+v\\)")).formulas().get(0);
    assertThat(formula.delimiter()).isEqualTo(Delimiter.PARENTHESIS);
    assertThat(formula.span().start()).isEqualTo(3);
    assertThat(formula.span().end()).isEqualTo(10);
    assertThat(formula.texSpan().of("so \\(u+v\\)")).isEqualTo("u+v");
    assertThat(formula.offsets().toSource(2)).isEqualTo(7);
  }

  @Test
  void gitlabWantsNoSpaceInsideAndNoDigitBehind() {
    MarkdownReader reader = new GitLabReader();
    assertReads(reader, "so $ v$ or $w$2");
    assertReads(reader, "a$u$b", "inline u");
    assertReads(reader, "so $$u$$ and $`v`$", "display u", "inline v");
    assertReads(reader, "$$\n- u\n$$");
  }

  /** github/markup#1547 (2022) and aelassas/servy#6113 (August 2026). */
  @Test
  void githubKeepsTheRowBreakAtTheEndOfALineAlone() {
    MarkdownReader reader = new GitHubReader();
    assertReads(reader, "$$\na \\\\\nb\n$$\n", "display a \\\\\nb");
    assertReads(reader, "> $$\r\n> 甲 \\\\ \r\n> 乙 \\\\\r\n> $$\r\n", "display 甲 \\\\\n乙 \\\\");
    assertReads(reader, "$$\na \\\\ b\n$$\n", "display a \\ b");
    assertReads(reader, "$a \\\\ b$\n", "inline a \\ b");
  }

  @Test
  void githubReadsWhatMarkdownLeaves() {
    MarkdownReader reader = new GitHubReader();
    assertReads(reader, "so $\\{u\\,v\\}$", "inline {u,v}");
    assertReads(reader, "so $`\\{u\\}`$", "inline \\{u\\}");
    assertReads(reader, "so $u*v*w$ is");
    assertReads(reader, "\u5BF9$u$ and ($v$)", "inline v");
    assertReads(reader, "$$u$$\n", "display u");
    assertReads(reader, "so $$u$$\n", "inline u");
    assertReads(reader, "- $$u$$\n", "inline u");
  }

  @Test
  void vscodeWantsNoWordCharacterOutside() {
    MarkdownReader reader = new VsCodeReader();
    assertReads(reader, "a$u$ $v$b");
    assertReads(reader, "\u5BF9$u$\u5BF9 $ v $", "inline u", "inline  v ");
    assertReads(reader, "<sub>x $u$</sub>");
    assertReads(reader, "$$u$$ $$v$$", "display u", "display v");
  }

  @Test
  void vscodeLosesTheLineBehindAnUnclosedBlockInAList() {
    assertReads(new VsCodeReader(), "- $$\n  u\n\nthen $v$\n\n$w$\n", "display u\n\n", "inline w");
  }

  @Test
  void texmathReadsNoDigitsOutside() {
    MarkdownReader reader = new TexmathReader();
    assertReads(reader, "1$u$ $v$1");
    assertReads(reader, "a$u$b and $v\nw$", "inline u");
    assertReads(reader, "$$u$$ (7)\n", "display u");
    assertReads(reader, "> $$\n> u\n> $$\n", "display  u ");
  }

  @Test
  void vuepressReadsBlocksOnly() {
    MarkdownReader reader = new VuePressReader();
    assertReads(reader, "so $$u$$ is");
    assertReads(reader, "so\n$$u$$\n", "display u\n");
    assertReads(reader, "$ u$ $v$2 $w$", "inline w");
  }

  @Test
  void mystReadsBlocksOnlyBetweenBlankLines() {
    MarkdownReader reader = new MystReader();
    assertReads(reader, "so\n$$\nu\n$$\n", "inline \nu\n");
    assertReads(reader, "$$\nu\n$$ (label)\n", "display \nu\n");
    assertReads(reader, "$$\nu\n");
  }

  @Test
  void markedWantsASpaceBeforeAndAnEndBehind() {
    MarkdownReader reader = new MarkedReader();
    assertReads(reader, "so $u$, and x($v$)y", "inline u");
    assertReads(reader, "$$\nu\n$$\n", "display u");
    assertReads(reader, "so\n$$\nu\n$$\n");
  }

  /** To look for the end of each link to the end of the text would take many minutes. */
  @Test
  void cherryStudioReadsLinksThatNothingCloses() {
    String text = "[a](".repeat(500_000) + " $x$";
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertReads(new CherryStudioReader(), text, "inline x"));
  }

  private static void assertReads(MarkdownReader reader, String markdown, String... formulas) {
    List<String> read =
        reader.read(SourceFile.of("test.md", markdown)).formulas().stream()
            .map(f -> (f.style() == MathStyle.DISPLAY ? "display " : "inline ") + f.tex())
            .toList();
    assertThat(read).as(markdown).containsExactly(formulas);
  }
}
