package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.util.Collection;
import java.util.Map;

/** Says whether formulas render. Implementations are thread-safe. */
@FunctionalInterface
public interface Judge {

  /**
   * Returns the verdict of each formula.
   *
   * @param formulas the formulas, in any order
   */
  Map<MathSource, Verdict> judge(Collection<MathSource> formulas);
}
