package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.util.Collection;
import java.util.List;
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

  /**
   * Returns the signs that each formula draws, in any order, as far as an engine can tell their
   * places: not those that come from macros. A formula is missing, or has none, if it is not drawn,
   * too long, or no engine can tell.
   *
   * @param formulas the formulas, in any order
   */
  default Map<MathSource, List<DrawnSign>> signs(Collection<MathSource> formulas) {
    return Map.of();
  }
}
