package io.github.formulint.markdown.pandoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Formula;
import io.github.formulint.source.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fence holds its formula in its place, whatever blank lines stand in it. */
class PandocGfmFenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```math\na+b\n",
        "```math\na+b\n\n",
        "```math\na+b\n \n  \n",
        "```math\na+b\n\n "
      })
  void aFenceThatNothingCloses(String markdown) {
    List<Formula> formulas = new PandocGfmReader().read(SourceFile.of("a.md", markdown)).formulas();
    assertThat(formulas).hasSize(1);
    Formula formula = formulas.get(0);
    assertThat(formula.tex()).startsWith("a+b");
    assertThat(markdown.charAt(formula.offsets().toSource(2))).isEqualTo('b');
  }

  @ParameterizedTest
  @ValueSource(strings = {"```math\na\n\nb\n```\n", "> ```math\n> a\n>\n> \n> b\n> ```\n"})
  void aFenceWithBlankLinesInside(String markdown) {
    Formula formula = new PandocGfmReader().read(SourceFile.of("a.md", markdown)).formulas().get(0);
    int b = formula.tex().indexOf('b');
    assertThat(markdown.charAt(formula.offsets().toSource(b))).isEqualTo('b');
  }
}
