package io.github.formulint.markdown.universal;

import static io.github.formulint.markdown.universal.ReadingAssert.assertFormulas;
import static io.github.formulint.markdown.universal.ReadingAssert.assertNoFormula;
import static io.github.formulint.markdown.universal.ReadingAssert.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.tex.MathStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineFormulaTest {

  @Test
  void dollarsMakeAnInlineFormula() {
    assertFormulas("Let $x+y$ be.", "$x+y$");
    assertThat(only("Let $x+y$ be.").style()).isEqualTo(MathStyle.INLINE);
  }

  @Test
  void dollarAndBacktickMakeAnInlineFormula() {
    assertFormulas("Let $`x_1`$ be, 中文$`a$b`$中文 and $``c`d``$.", "$`x_1`$", "$`a$b`$", "$`c`d`$");
    assertThat(only("$`x`$").style()).isEqualTo(MathStyle.INLINE);
  }

  @Test
  void parenthesesMakeAnInlineFormula() {
    assertFormulas("Let \\(x+y\\) and \\(n\\) and 设\\(m\\)为.", "\\(x+y\\)", "\\(n\\)", "\\(m\\)");
    assertFormulas("Let \\\\(x+y\\\\) be.", "\\\\(x+y\\\\)");
    assertThat(only("\\(x+y\\)").style()).isEqualTo(MathStyle.INLINE);
  }

  @Test
  void runsOverLinesOfAParagraph() {
    assertFormulas("let $a +\nb$ be", "$a +\nb$");
    assertFormulas("let \\(a +\nb\\) be", "\\(a +\nb\\)");
    assertFormulas("let $a\n- b$ be", "$a\n- b$");
  }

  @Test
  void spaceInsideIsMeant() {
    assertFormulas("let $ x + y $ and $ n$ be", "$ x + y $", "$ n$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "函数（$x$）",
        "设$x$为",
        "the$x$ value",
        "2$x$ here",
        "($x$)",
        "[$x$]",
        "\"$x$\"",
        "👍$x$👍",
        "the $x$th",
        "the $x$-th",
        "the $x$'s",
        "cost $x$5 here",
        "**$x$**",
        "_$x$_",
        "~~$x$~~",
        "[$x$](http://a.b/$y$z)",
        "<b>$x$</b>"
      })
  void anyNeighbourWillDo(String markdown) {
    assertFormulas(markdown, "$x$");
  }

  @Test
  void formulasTouchEachOther() {
    assertFormulas("$a$$b$", "$a$", "$b$");
  }

  @Test
  void markdownInsideAFormulaIsTex() {
    assertFormulas(
        "$a_1$ and $b_2$, $a^*$ and $b^*$, $[a](b)$, $x <b > y$",
        "$a_1$",
        "$b_2$",
        "$a^*$",
        "$b^*$",
        "$[a](b)$",
        "$x <b > y$");
  }

  @Test
  void formulasMayStandInTheTextOfBoxes() {
    assertFormulas(
        "$u\\raisebox{1ex}{$v$}w$ and $\\colorbox{red}{$p=q$}$ and $z$",
        "$u\\raisebox{1ex}{$v$}w$",
        "$\\colorbox{red}{$p=q$}$",
        "$z$");
    assertFormulas(
        "$\\fcolorbox{blue}{red}{if $p$ or $q$}$", "$\\fcolorbox{blue}{red}{if $p$ or $q$}$");
    assertFormulas("| a |\n|---|\n| $\\raisebox{1ex}{$v$}$ |", "$\\raisebox{1ex}{$v$}$");
  }

  @Test
  void otherArgumentsHoldNoFormulas() {
    assertFormulas("$\\colorbox{red}$ and $x$", "$\\colorbox{red}$", "$x$");
    assertFormulas("$\\frac{1}{a$ and $b}$", "$\\frac{1}{a$", "$b}$");
    assertFormulas("$\\raisebox{1ex}{a$ and $b$", "$\\raisebox{1ex}{a$", "$b$");
    assertFormulas("$\\colorbox{r}{s}{a$ and $b}$", "$\\colorbox{r}{s}{a$", "$b}$");
  }

  @Test
  void dollarInsideTextBelongsToTheFormula() {
    assertFormulas("$x = \\text{if $y$ holds}$ and $z$", "$x = \\text{if $y$ holds}$", "$z$");
  }

  @Test
  void escapedDollarDoesNotClose() {
    assertFormulas("$\\text{cost} = \\$5$", "$\\text{cost} = \\$5$");
    assertFormulas("$x \\\\$ and $y$", "$x \\\\$", "$y$");
  }

  @Test
  void escapedDollarDoesNotOpen() {
    assertNoFormula("price \\$5 and \\$6, not math \\$x\\$ here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`$x$`",
        "``a ` $x$``",
        "    $x$",
        "```\n$x$\n```",
        "~~~latex\n\\(x\\)\n~~~",
        "<!-- $x$ -->",
        "<!--\n$$\nx\n$$\n-->",
        "<pre>\n$x$\n</pre>",
        "<script>\nlet a = \"$x$\";\n</script>",
        "<style>\n$x$\n</style>",
        "<textarea>\n$x$\n</textarea>",
        "text <code>$x$</code> text",
        "<div><code class=\"a\">$x$</code></div>",
        "[a](http://e.com/$x$y)",
        "[a](b \"$x$\")",
        "<http://e.com/$x$>",
        "see http://e.com/a$x$c",
        "[a]: http://e.com/$x$\n\n[a]",
        "<a href=\"$x$\">a</a>",
        "![$x$](a.png)",
        "&dollar;x&dollar;"
      })
  void notFoundWhereNothingIsRead(String markdown) {
    assertNoFormula(markdown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I paid $5 and $6.",
        "Range $5-$10 per month.",
        "It is 5$ for one, 6$ for two.",
        "**$5/month** or **$50/annually**",
        "from $1,000 to $2,000",
        "It's $10/mo vs $20/mo.",
        "US$20 and HK$30",
        "$1.5k or 2k$",
        "cost: $100 (was $150)",
        "每月花费$148，后来降到$19，省了很多",
        "售价$5/月，年付$50/年",
        "$100美元和$200美元",
        "a line with $5 and one $ left over",
        "| $5 | $10 |\n|---|---|"
      })
  void pricesAreNotFormulas(String markdown) {
    assertNoFormula(markdown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo $HOME and $PATH",
        "$HOME/bin:$PATH",
        "Use ${HOME} and ${PATH} now.",
        "$(pwd)/$(ls)",
        "$env:PATH;$env:HOME",
        "$foo = $bar + 1",
        "$1 and $2 are arguments",
        "{{ $x }} and {{ $y }}",
        "${{ github.x }} and ${{ secrets.y }}",
        "jQuery $('#a').html($('#b'))",
        "Match ^a$ or ^b$ lines, ^foo$|^bar$",
        "\\\\server\\c$\\windows and $",
        "The $ sign, then the $ sign.",
        "the process id is $$ here"
      })
  void variablesAndLoneDollarsAreNotFormulas(String markdown) {
    assertNoFormula(markdown);
  }

  @Test
  void formulaBesideAPriceIsFound() {
    assertFormulas("It costs $5 if $x>0$.", "$x>0$");
    assertFormulas("If $x>0$ it costs $5.", "$x>0$");
    assertFormulas("costs $5, and $x$ holds", "$x$");
    assertFormulas("@{param.N_MAX} $N$", "$N$");
  }

  @Test
  void formulaThatBeginsWithANumberIsNoPrice() {
    assertFormulas(
        "gets $5+y$ back, $5$ each, $2l = 2(u - cntr)$ and $1-LIS$ and $100回$",
        "$5+y$",
        "$5$",
        "$2l = 2(u - cntr)$",
        "$1-LIS$",
        "$100回$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f\\(x\\)", "\\(see below\\)", "call foo\\(\\) now", "Use \\( to open it."})
  void escapedParenthesesAreNotFormulas(String markdown) {
    assertNoFormula(markdown);
  }
}
