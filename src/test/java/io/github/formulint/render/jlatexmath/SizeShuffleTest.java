package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.library.Typesetter;
import io.github.formulint.testing.ManyFormulas;
import io.github.formulint.testing.Shuffle;
import io.github.formulint.tex.MathSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The size of a formula is the same alone, after any other, in any order, on any worker. */
class SizeShuffleTest {

  @Test
  void eachFormulaHasItsOwnSize() throws Exception {
    List<MathSource> rendered = new ArrayList<>();
    try (RenderEngine engine = Engines.open()) {
      for (MathSource formula : ManyFormulas.oneIn(1)) {
        if (engine.render(formula).isRendered()) {
          rendered.add(formula);
        }
      }
    }
    Shuffle.requireSameAnswers(
        rendered,
        197,
        () -> {
          Typesetter typesetter = new TypesetterFactory().create(Manner.TRANSLATED);
          return formula -> {
            try {
              return Engines.sizeOf(formula.tex(), formula.style(), typesetter);
            } finally {
              typesetter.restore();
            }
          };
        });
  }
}
