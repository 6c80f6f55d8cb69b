package io.github.formulint.report;

import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import java.io.IOException;

/** Writes what is read as a formula, in one format. For one thread. */
public interface FormulaLister {

  /**
   * Writes the formulas of a document.
   *
   * @param document the document
   * @param reading its formulas
   * @throws IOException if the output cannot be written
   */
  void document(SourceFile document, Reading reading) throws IOException;

  /**
   * Hands everything on to the output.
   *
   * @throws IOException if the output cannot be written
   */
  void end() throws IOException;
}
