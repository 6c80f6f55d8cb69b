package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts formulas in the order of the source; a page may show them in another. */
final class FormulaOrder {

  private FormulaOrder() {}

  /** Returns the reading of these formulas. */
  static Reading reading(List<Formula> formulas) {
    List<Formula> sorted = new ArrayList<>(formulas);
    sorted.sort(Comparator.comparing(Formula::span));
    List<Formula> apart = new ArrayList<>();
    int end = 0;
    for (Formula formula : sorted) {
      if (formula.span().start() >= end) {
        apart.add(formula);
        end = formula.span().end();
      }
    }
    return new Reading(apart, List.of());
  }
}
