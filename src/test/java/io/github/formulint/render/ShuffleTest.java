package io.github.formulint.render;

import io.github.formulint.render.jlatexmath.JLatexMathProvider;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.testing.ManyFormulas;
import io.github.formulint.testing.Shuffle;
import io.github.formulint.tex.MathSource;
import org.junit.jupiter.api.Test;

/** The verdict of a formula is the same alone, after any other, in any order, on any worker. */
class ShuffleTest {

  private static Shuffle.Opener opener(RenderEngine.Provider provider) {
    return () -> {
      RenderEngine engine = provider.open();
      return new Shuffle.Question() {
        @Override
        public Object ask(MathSource formula) {
          return engine.render(formula);
        }

        @Override
        public void close() {
          engine.close();
        }
      };
    };
  }

  @Test
  void jlatexmathJudgesEachFormulaByItself() throws Exception {
    Shuffle.requireSameAnswers(
        ManyFormulas.oneIn(1),
        197,
        opener(new JLatexMathProvider(Manner.TRANSLATED, notice -> {})));
  }

  @Test
  void katexJudgesEachFormulaByItself() throws Exception {
    Shuffle.requireSameAnswers(ManyFormulas.oneIn(5), 97, opener(new KatexProvider()));
  }
}
