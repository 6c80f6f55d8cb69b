package io.github.formulint.markdown.commonmark;

import static io.github.formulint.markdown.commonmark.ReadingAssert.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$1 \\le N \\le @{param.N_MAX}$",
        "$x = {{ page.value }}$",
        "$x = {{ value }}$",
        "$x = {% include value %}$",
        "$x = <%= value %>$"
      })
  void formulaWithAVariableOfATemplateIsKnown(String markdown) {
    assertThat(only(markdown).isTemplate()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$\\begin{array}{@{}l@{\\quad}c@{}} a & b \\end{array}$",
        "${{x}}_{{y}}$",
        "$\\frac{{ab}}{{cd}}$",
        "$x % {%$"
      })
  void texThatLooksAlikeIsNoTemplate(String markdown) {
    assertThat(only(markdown).isTemplate()).isFalse();
  }
}
