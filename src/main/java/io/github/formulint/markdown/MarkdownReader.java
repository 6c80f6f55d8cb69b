package io.github.formulint.markdown;

import io.github.formulint.source.SourceFile;

/** One way to find the formulas of a document. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface MarkdownReader {

  /**
   * Returns the formulas of a document, and the delimiters that did not become one.
   *
   * @param document the document
   */
  Reading read(SourceFile document);
}
