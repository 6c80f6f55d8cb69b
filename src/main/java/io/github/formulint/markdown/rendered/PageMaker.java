package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.MappedText;

/** Makes the page in which formulas are looked for. Implementations are thread-safe. */
@FunctionalInterface
public interface PageMaker {

  /**
   * Returns the HTML of a document's body, each character with its place in the source.
   *
   * @param markdown the document, without byte order mark
   */
  MappedText htmlOf(MappedText markdown);
}
