package io.github.formulint.rule;

import io.github.formulint.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/** Looks at what all other rules found in a document. */
public interface ReviewingRule extends Rule {

  /**
   * Hands over what is wrong, in any order.
   *
   * @param document the document, its formulas and their verdicts
   * @param found what the other rules found in it
   * @param findings takes each finding
   */
  void review(DocumentContext document, List<Diagnostic> found, Consumer<Diagnostic> findings);

  /** Does nothing: the others have to be asked first. */
  @Override
  default void check(DocumentContext document, Consumer<Diagnostic> findings) {}
}
