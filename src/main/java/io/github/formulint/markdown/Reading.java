package io.github.formulint.markdown;

import java.util.List;

/**
 * What a reader found in a document. Immutable.
 *
 * @param formulas the formulas, in order of their place; no two overlap
 * @param strays the opening delimiters that did not become formulas, in order of their place
 */
public record Reading(List<Formula> formulas, List<StrayDelimiter> strays) {

  /** Copies the lists. */
  public Reading {
    formulas = List.copyOf(formulas);
    strays = List.copyOf(strays);
  }
}
