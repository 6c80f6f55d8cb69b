package io.github.formulint.fix;

import java.io.IOException;

/** A document was changed by somebody else after it was read, so it was left alone. */
public final class DocumentChangedException extends IOException {

  /**
   * Makes the exception.
   *
   * @param name the document, as it is shown to people
   */
  public DocumentChangedException(String name) {
    super(name + ": was changed while formulint was at work, and is left as it is: run again");
  }
}
