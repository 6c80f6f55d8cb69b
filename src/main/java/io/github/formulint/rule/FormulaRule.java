package io.github.formulint.rule;

import io.github.formulint.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** Looks for one kind of defect in one formula at a time. Empty formulas are passed over. */
public interface FormulaRule extends Rule {

  /**
   * Hands over what is wrong in a formula, in any order.
   *
   * @param formula the formula and its verdict
   * @param findings takes each finding
   */
  void check(JudgedFormula formula, Consumer<Diagnostic> findings);

  /**
   * Returns whether it tells only what is left when the findings of all other rules are mended, so
   * that its findings are nobody's echo.
   */
  default boolean tellsTheRest() {
    return false;
  }

  /**
   * Returns whether what it finds is all that is to be told of a formula: where it finds something,
   * the findings of all other rules are left out.
   */
  default boolean tellsAll() {
    return false;
  }

  /**
   * Returns whether what it finds shows that prose stands in the formula by mistake, so that what
   * else is found in the letters of that prose is its echo.
   */
  default boolean tellsProse() {
    return false;
  }

  @Override
  default void check(DocumentContext document, Consumer<Diagnostic> findings) {
    for (JudgedFormula formula : document.judgedFormulas()) {
      check(formula, findings);
    }
  }
}
