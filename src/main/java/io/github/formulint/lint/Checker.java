package io.github.formulint.lint;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.UnreadableSourceException;
import java.util.Set;

/** Checks and mends documents. Implementations are thread-safe. */
public interface Checker {

  /**
   * Returns what is wrong in a document, with the fixes that are proven.
   *
   * @param document the document
   * @throws UnreadableSourceException if it is no text
   */
  LintedDocument check(SourceBytes document) throws UnreadableSourceException;

  /**
   * Returns a document with its proven fixes applied, in memory, and what is wrong in it then.
   *
   * @param document the document
   * @param allowed which fixes may be applied
   * @throws UnreadableSourceException if it is no text
   */
  MendedDocument mend(SourceBytes document, Set<Applicability> allowed)
      throws UnreadableSourceException;
}
