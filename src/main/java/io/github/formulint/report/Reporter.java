package io.github.formulint.report;

import io.github.formulint.lint.LintedDocument;
import java.io.IOException;

/**
 * Writes what a run finds, in one format. {@link #begin} comes first, then each document in order,
 * then {@link #end}. Nothing is kept but counts, so memory does not grow with the number of
 * documents. For one thread.
 */
public interface Reporter {

  /**
   * Writes what comes before the first document.
   *
   * @param run what is known of the run
   * @throws IOException if the output cannot be written
   */
  void begin(RunInfo run) throws IOException;

  /**
   * Writes the findings of a document.
   *
   * @param result the document and what was found in it
   * @throws IOException if the output cannot be written
   */
  void document(LintedDocument result) throws IOException;

  /**
   * Writes what comes after the last document and hands everything on to the output.
   *
   * @param summary the counts of the run
   * @throws IOException if the output cannot be written
   */
  void end(Summary summary) throws IOException;
}
