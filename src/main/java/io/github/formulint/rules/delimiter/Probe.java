package io.github.formulint.rules.delimiter;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.SmallReadings;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Optional;

/**
 * Asks a platform what it makes of a formula in a document of a line or two: quick, and free of
 * what stands elsewhere. It proposes; only the whole document proves. Immutable.
 *
 * @param known what was asked before
 */
record Probe(SmallReadings known) {

  /**
   * Returns whether a platform reads exactly one formula in a small document, with that TeX.
   *
   * @param platform the platform
   * @param document the small document
   * @param tex the TeX that its engine should get, whatever the white space
   */
  boolean reads(Platform platform, String document, String tex) {
    List<Formula> formulas = formulas(platform, document);
    return formulas.size() == 1 && formulas.get(0).hasTex(tex);
  }

  /**
   * Returns whether a platform reads exactly one formula in a small document, with that TeX and
   * style.
   */
  boolean reads(Platform platform, String document, String tex, MathStyle style) {
    List<Formula> formulas = formulas(platform, document);
    return formulas.size() == 1 && formulas.get(0).style() == style && formulas.get(0).hasTex(tex);
  }

  /**
   * Returns the formula that a platform reads in a small document, if it is exactly one, and all of
   * the spelling belongs to it: of {@code \[\begin{align}…\end{align}\]} some read the environment
   * alone, and show the brackets.
   */
  Optional<Formula> readsAll(Platform platform, String document, String spelling, String tex) {
    List<Formula> formulas = formulas(platform, document);
    return Optional.of(formulas)
        .filter(all -> all.size() == 1)
        .map(all -> all.get(0))
        .filter(formula -> formula.hasTex(tex))
        .filter(formula -> formula.span().length() >= spelling.strip().length());
  }

  /** Returns what a platform reads in a small document, but for empty formulas. */
  List<Formula> formulas(Platform platform, String document) {
    return known.formulas(platform, document);
  }
}
