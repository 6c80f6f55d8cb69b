package io.github.formulint.rules.delimiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.source.SourceFile;
import io.github.formulint.testing.FakeEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform rules say, and what their fixes make of a document; ⏎ is a line end. */
class PlatformRulesTest {

  private static FormulaJudge judge;

  @BeforeAll
  static void openEngine() {
    judge = new FormulaJudge(List.of(FakeEngine.refuses(EngineId.KATEX, "\\bad")), 1, notice -> {});
  }

  @AfterAll
  static void closeEngine() {
    judge.close();
  }

  private static Linter linter(String platforms) {
    List<Platform> asked =
        Arrays.stream(platforms.split(",")).map(id -> Platforms.find(id).orElseThrow()).toList();
    return new Linter(new UniversalReader(), judge::judge, BuiltInRules.all(), asked);
  }

  private static SourceFile document(String text) {
    return SourceFile.of("a.md", text.replace("⏎", "\n"));
  }

  private static List<Diagnostic> lint(String platforms, String text) {
    return linter(platforms).lint(document(text)).diagnostics();
  }

  private static String fixed(String platforms, String text) {
    return linter(platforms)
        .mend(document(text), Set.of(Applicability.SAFE))
        .result()
        .document()
        .text()
        .replace("\n", "⏎");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "github | 中$x$文 | its `$` stands right behind `中`",
        "gitlab | a $x$2 b | its closing `$` stands right before `2`",
        "pandoc | a $ x $ b | there is a space inside the `$`",
        "remark | a \\(x\\) b | it does not know `\\(…\\)`",
        "remark | \\[⏎x⏎\\] | it does not know `\\[…\\]`",
        "remark | \\begin{align}⏎x⏎\\end{align} | formulas without delimiters",
        "remark | $$x⏎y$$ | its `$$` should stand on lines of their own",
        "gitlab | $$⏎x⏎⏎y⏎$$ | there is a blank line inside",
        "remark | !!! note⏎⏎    a $x$ b | lines that are indented so far are code there",
        "vscode | a $(x)$ b | `(` stands right behind its opening `$`",
        "github | 中$\\{x\\}$ | its `$` stands right behind `中`",
        "github | a $x *y* z$ b | Markdown takes `*` in it for its own",
        "vuepress | a $$x$$ b | it knows `$$…$$` only on lines of its own",
        "remark | <p>⏎a $x$ b⏎</p> | it leaves HTML as it is",
        "github | a⏎$$⏎x⏎$$⏎⏎b | a line of text stands right above it; a blank line is missing",
        "github | a⏎⏎$$⏎x_1⏎$$⏎中 | a line of text stands right below it; a blank line is missing",
        "mkdocs | a⏎$$⏎x⏎$$⏎b | a line of text stands right above it, another right below",
        "quarto | $$⏎⏎z⏎⏎$$ | there is a blank line inside",
        "github | a⏎⏎$$⏎y⏎=⏎z⏎$$⏎⏎b | its line `=` makes a heading of the lines above it",
        "github | $$⏎x⏎+ y⏎$$ | its line that begins with `+` begins a block of its own",
      })
  void theCauseIsTold(String platform, String text, String cause) {
    assertThat(lint(platform, text))
        .hasSize(1)
        .allSatisfy(
            finding -> {
              assertThat(finding.rule().name()).isEqualTo("lost-formula");
              assertThat(finding.message()).contains(cause);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "github|中$x$文|中 $x$ 文",
        "github|中$x$。|中 $x$。",
        "github,remark|a \\(x\\) b|a $x$ b",
        "github|（$x$）|（ $x$）",
        "github|，$x$ a|， $x$ a",
        "github|“$x$”|“ $x$”",
        "github|中-$x$ a|中-$`x`$ a",
        "github|- a⏎⏎  \\[⏎  x + y = z⏎  \\]|- a⏎⏎  ```math⏎  x + y = z⏎  ```",
        "vscode,remark|a $(x)$ b|a ${}(x)$ b",
        "marked-katex|为$3\\times3$、文|为 $3\\times3$ 、文",
        "cherry-studio|a \\[TAG\\] b|a [TAG] b",
        "pandoc|a $ x $ b|a $x$ b",
        "remark|a \\[x = 1\\] b|a $$x = 1$$ b",
        "remark|a⏎$$x⏎y$$⏎b|a⏎⏎$$⏎x⏎y⏎$$⏎⏎b",
        "remark|> $$x⏎> y$$⏎> b|> $$⏎> x⏎> y⏎> $$⏎>⏎> b",
        "remark|- a⏎⏎  $$x⏎  y$$|- a⏎⏎  $$⏎  x⏎  y⏎  $$",
        "remark|1. $$x⏎   y$$,⏎   b|1. $$⏎   x⏎   y,⏎   $$⏎⏎   b",
        "remark|$$x$$。|$$⏎x\\text{。}⏎$$",
        "gitlab|$$⏎x⏎⏎y⏎$$|$$⏎x⏎y⏎$$",
        "github|a $\\{x\\}$ b|a $\\lbrace x\\rbrace$ b",
        "github,remark|a $\\{x\\}$ b|a $\\lbrace x\\rbrace$ b",
        "jekyll|a $x$ b|a $$x$$ b",
        "remark|from $5 to $6|from \\$5 to $6",
        "remark|Pay $7, $12 or $30.|Pay \\$7, \\$12 or \\$30.",
        "remark|$7-$12|\\$7-$12",
        "mathjax-dollars|from $5 to $6|from <span>$</span>5 to $6",
        "remark|cost $5, so $x$ and $y$|cost \\$5, so $x$ and $y$",
        "remark|$$x⏎y$$⏎⏎from $5 to $6|$$⏎x⏎y⏎$$⏎⏎from \\$5 to $6",
      })
  void theFixIsWhatAllPlatformsRead(String platforms, String text, String expected) {
    assertThat(fixed(platforms, text)).isEqualTo(expected);
    assertThat(lint(platforms, expected)).isEmpty();
  }

  /** KaTeX refuses them in a line: readers see an error, not a small formula. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "remark | $$E=mc^2 \\tag{1}$$ | `\\tag` is not allowed",
        "docusaurus | $$\\begin{align}a&=b\\end{align}$$ | `\\begin{align}` is not allowed",
        "cherry-studio-1 | a $$x \\tag{2}$$ b | `\\tag` is not allowed",
      })
  void aFormulaIsJudgedAsThePlatformShowsIt(String platform, String text, String words) {
    try (FormulaJudge katex = new FormulaJudge(List.of(new KatexProvider()), 1, notice -> {})) {
      List<Platform> asked = List.of(Platforms.find(platform).orElseThrow());
      Linter linter = new Linter(new UniversalReader(), katex::judge, BuiltInRules.all(), asked);
      assertThat(linter.lint(document(text)).diagnostics())
          .anySatisfy(
              finding -> {
                assertThat(finding.rule().name()).isEqualTo("altered-formula");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                assertThat(finding.message()).contains(words);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a \\[ F=ma \\] b", "a \\[ f(x)=ax+b \\] b", "a \\[PV=nRT\\] b"})
  void whatMayBeMeantIsNotTakenForTextByItself(String text) {
    assertThat(fixed("cherry-studio,mkdocs", text)).doesNotContain("[ F=ma ] b", "[PV=nRT] b");
    assertThat(lint("cherry-studio", text))
        .filteredOn(finding -> finding.rule().name().equals("accidental-formula"))
        .flatExtracting(Diagnostic::fixes)
        .extracting(Fix::applicability)
        .doesNotContain(Applicability.SAFE);
  }

  @Test
  void causesNameWhatMarkdownTakesForItsOwn() {
    assertThat(messages("github", "$$\n\\begin{matrix}\na \\\\  \nb\n\\end{matrix}\n$$\n"))
        .contains("the spaces at the end of one of its lines for a line break");
    assertThat(messages("github", "$$\na = 1,\\\nb = 2\n$$\n"))
        .contains("the last `\\` of one of its lines for a line break");
    assertThat(messages("github", "a $\\hbox{$x$}$ b\n")).contains("the `$` inside it ends it");
    assertThat(messages("github", "a $h[1]$ b\n\n[1]: https://example.org\n"))
        .contains("takes `[1]` in it for a link");
    assertThat(messages("github", "some $f^*_F$ which is\nin $(i, j)$ by $[V]_{i}$.\n"))
        .contains("the `_` in it and another around it for emphasis")
        .doesNotContain("a blank line is missing");
    assertThat(messages("github", "$$\ny\n=\nz\n$$\n")).contains("makes a heading");
  }

  private static String messages(String platforms, String text) {
    return String.join("\n", lint(platforms, text).stream().map(Diagnostic::message).toList());
  }

  @Test
  void lineEndsAreKept() {
    String fixed =
        linter("remark")
            .mend(SourceFile.of("a.md", "a\r\n$$x\r\ny$$\r\nb\r\n"), Set.of(Applicability.SAFE))
            .result()
            .document()
            .text();
    assertThat(fixed).isEqualTo("a\r\n\r\n$$\r\nx\r\ny\r\n$$\r\n\r\nb\r\n");
  }

  @Test
  void platformsWithTheSameCauseShareAFinding() {
    assertThat(lint("github,remark,gitlab", "a \\(x\\) b"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .startsWith("GitHub, remark-math and GitLab do not read");
              assertThat(finding.platforms()).hasSize(3);
            });
  }

  @Test
  void whereNoWayServesAllPlatformsTheHintSaysWhichItWouldServe() {
    assertThat(lint("pandoc,jekyll", "a $x$ b"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.fixes()).isEmpty();
              assertThat(finding.hint())
                  .hasValueSatisfying(hint -> assertThat(hint).contains("serve"));
            });
  }

  @Test
  void formulasThatWouldBeReadWithoutAnotherAreNotReported() {
    assertThat(lint("remark", "$$x\ny$$\n\na $b$ c $d$\n"))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.message()).contains("reads on from here to line 4"));
  }

  @Test
  void formulasOfOneIndentedBlockAreOneFinding() {
    assertThat(lint("remark", "!!! note\n\n    $a$ and $b$\n\n    $c$\n"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("these 3 formulas"));
  }

  @Test
  void aFormulaThatRendersAsThePlatformGetsItIsNoFault() {
    // GitHub takes one backslash of two away, and this author has seen to it.
    String text = "a $\\\\{x\\\\}$ b";
    try (FormulaJudge strict =
        new FormulaJudge(List.of(FakeEngine.refuses(EngineId.KATEX, "\\\\{")), 1, notice -> {})) {
      List<Platform> github = List.of(Platforms.find("github").orElseThrow());
      Linter anywhere = new Linter(new UniversalReader(), strict::judge, BuiltInRules.all());
      Linter onGitHub =
          new Linter(new UniversalReader(), strict::judge, BuiltInRules.all(), github);
      assertThat(anywhere.lint(document(text)).diagnostics()).isNotEmpty();
      assertThat(onGitHub.lint(document(text)).diagnostics()).isEmpty();
    }
  }

  @Test
  void aTableThatNeedsABackslashShowsTwoBars() {
    assertThat(lint("remark", "| a | b |\n| - | - |\n| $x$ | $\\|y$ |\n"))
        .extracting(finding -> finding.rule().name())
        .containsExactly("altered-formula");
  }

  @Test
  void aSpaceThatPartsAWordIsNotSafe() {
    assertThat(lint("gitlab", "the $k$2 b"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.fixes())
                    .filteredOn(fix -> fix.edits().get(0).replacement().endsWith(" "))
                    .extracting(Fix::applicability)
                    .doesNotContain(Applicability.SAFE));
  }

  @Test
  void marksThatBelongTogetherAreNotParted() {
    assertThat(lint("remark", "a (**$$x\ny$$**) b"))
        .flatExtracting(Diagnostic::fixes)
        .allSatisfy(fix -> assertThat(fix.edits().get(0).replacement()).doesNotContain("\n\n"));
  }

  @Test
  void aLineBreakWithALengthIsLeftAlone() {
    assertThat(fixed("github,remark", "$\\begin{matrix} a \\\\[1ex] b \\end{matrix}$"))
        .doesNotContain("\\cr");
  }

  @Test
  void indentedCodeIsNotEdited() {
    assertThat(lint("cherry-studio-1", "a\n\n    echo $5 and $6\n"))
        .allSatisfy(finding -> assertThat(finding.fixes()).isEmpty());
  }
}
