package io.github.formulint.source;

import java.io.IOException;

/** A document cannot be read. Its message names the document, the place and what to do about it. */
public final class UnreadableSourceException extends IOException {

  /**
   * Makes the exception.
   *
   * @param name the document, as it is shown to people
   * @param problem what is wrong and what to do about it, in words
   */
  public UnreadableSourceException(String name, String problem) {
    super(name + ": " + problem);
  }
}
