package io.github.formulint.markdown.universal;

import static io.github.formulint.markdown.universal.ReadingAssert.assertFormulas;
import static io.github.formulint.markdown.universal.ReadingAssert.assertNoFormula;
import static io.github.formulint.markdown.universal.ReadingAssert.only;
import static io.github.formulint.markdown.universal.ReadingAssert.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.tex.MathStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayFormulaTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$$x+1$$",
        "text $$x+1$$ text",
        "\\[x+1\\]",
        "text \\[x+1\\] text",
        "\\\\[x+1\\\\]",
        "```math\nx+1\n```",
        "\\begin{align}\nx+1\n\\end{align}"
      })
  void displayDelimitersMakeADisplayFormula(String markdown) {
    assertThat(only(markdown).style()).isEqualTo(MathStyle.DISPLAY);
  }

  @Test
  void dollarsOnTheirOwnLinesAreNotPartOfTheTex() {
    assertFormulas("$$\na+b\n$$", "$$a+b$$");
    assertFormulas("$$  \n  a\n  b  \n  $$", "$$  a\n  b  $$");
  }

  @Test
  void textMayShareTheLineOfAFence() {
    assertFormulas("$$ a\n+ b\n$$", "$$ a\n+ b$$");
    assertFormulas("$$ a\n+ b $$", "$$ a\n+ b $$");
    assertFormulas(
        "$$\\begin{aligned}\na\n\\end{aligned}$$", "$$\\begin{aligned}\na\n\\end{aligned}$$");
    assertFormulas("$$\na\n$$ and more $b$", "$$a$$", "$b$");
    assertFormulas("$$\na\n$$(1)", "$$a$$");
    assertFormulas("so $$\na\n$$", "$$a$$");
  }

  @Test
  void severalStandOnALine() {
    assertFormulas("$$a$$ $$b$$", "$$a$$", "$$b$$");
    assertFormulas("$$a$$$$b$$", "$$a$$", "$$b$$");
    assertFormulas("$$a$$$b$", "$$a$$", "$b$");
    assertFormulas("$$\na\n$$ where $b$ and $$\nc\n- d\n$$", "$$a$$", "$b$", "$$c\n- d$$");
  }

  @Test
  void moreThanTwoDollarsCloseWithAsMany() {
    assertFormulas("$$$\na\n$$$", "$$a$$");
    assertFormulas("let $$$x$$$ be", "$$x$$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"- b", "+ b", "* b", "> b", "= b", "===", "---", "1. b", "# b", "| b |", "<b"})
  void bodyMayLookLikeABlock(String line) {
    assertFormulas("$$\na\n" + line + "\n$$\n", "$$a\n" + line + "$$");
    assertFormulas("text\n$$\na\n" + line + "\n$$\ntext", "$$a\n" + line + "$$");
    assertFormulas("text $$ a\n" + line + "\n$$ text", "$$ a\n" + line + "$$");
    assertFormulas("\\[\na\n" + line + "\nc_1\n\\]\n", "\\[a\n" + line + "\nc_1\\]");
  }

  @Test
  void bodyMayHaveBlankLines() {
    assertFormulas("$$\na\n\nb\n$$", "$$a\n\nb$$");
    assertFormulas("text\n$$\na\n\n- b\n$$\ntext", "$$a\n\n- b$$");
    assertFormulas("\\[\na_1\n\nb\n\\]", "\\[a_1\n\nb\\]");
  }

  @Test
  void bracketsStandOnTheirOwnLinesOrInText() {
    assertFormulas("We get\n\\[\na_1 = b_1\n\\]\nso it holds.", "\\[a_1 = b_1\\]");
    assertFormulas("\\[\na \\\\[2pt] b\n\\]", "\\[a \\\\[2pt] b\\]");
    assertFormulas("公式为：\\[E=mc^2\\]其中\\(m\\)为质量。", "\\[E=mc^2\\]", "\\(m\\)");
    assertFormulas("\\[ a\n+ b \\]\n\nafter $y$", "\\[ a\n+ b \\]", "$y$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\[toc]",
        "\\[toc\\]",
        "\\[3\\]",
        "see \\[12\\] and \\[13\\]",
        "\\[ZJOI2019\\]",
        "[Luogu P4577 \\[FJOI2018\\] 题](http://a.b)",
        "\\[国家集训队\\]",
        "- \\[x\\] task",
        "\\[ \\] task",
        "a\\[i+1\\]",
        "\\[WIP\\] foo",
        "a lone \\[ here"
      })
  void escapedBracketsAreNotFormulas(String markdown) {
    assertNoFormula(markdown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```math\na\n b\n```",
        "~~~math\na\n b\n~~~",
        "```math title=\"x\"\na\n b\n```",
        "```Math\na\n b\n````",
        "  ```math\n  a\n   b\n  ```",
        "```math\na\n b"
      })
  void mathFencesAreFormulas(String markdown) {
    assertFormulas(markdown, "```matha\n b```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "equation",
        "equation*",
        "align",
        "align*",
        "alignat*",
        "gather",
        "multline*",
        "flalign",
        "eqnarray",
        "CD"
      })
  void displayEnvironmentsNeedNoDollars(String name) {
    String formula = "\\begin{" + name + "}\na\n- b\n\\end{" + name + "}";
    assertFormulas("text\n" + formula + "\ntext", formula);
  }

  @Test
  void otherEnvironmentsAreNotFormulas() {
    assertNoFormula("\\begin{itemize}\n\\item a\n\\end{itemize}");
    assertThat(read("\\begin{cases} a \\end{cases}").formulas()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$$$$", "$$ $$", "$$\n$$", "$$\n\n$$", "\\[\n\n\\]", "\\(\\)", "```math\n```"})
  void emptyFormulasAreFound(String markdown) {
    assertThat(only(markdown).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a $$ b", "use $$ and $$ to", "a $ $ b", "`$$` or $$"})
  void loneDollarsInProseAreNotEmptyFormulas(String markdown) {
    assertNoFormula(markdown);
  }
}
