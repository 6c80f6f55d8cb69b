package io.github.formulint.report;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.util.Optional;

/** Writes what is read as a formula, in one format. For one thread. */
public interface FormulaLister {

  /**
   * Writes the formulas of a document.
   *
   * @param document the document
   * @param platform the platform that reads it; none if it is read as its author meant it
   * @param reading its formulas
   * @throws IOException if the output cannot be written
   */
  void document(SourceFile document, Optional<Platform> platform, Reading reading)
      throws IOException;

  /**
   * Hands everything on to the output.
   *
   * @throws IOException if the output cannot be written
   */
  void end() throws IOException;
}
