package io.github.formulint.fix;

import java.io.IOException;
import java.nio.file.Path;

/** A document was changed by somebody else after it was read, so it was left alone. */
public final class DocumentChangedException extends IOException {

  /**
   * Makes the exception.
   *
   * @param path the document
   */
  public DocumentChangedException(Path path) {
    super(path + " was changed while formulint was at work, and is left as it is: run again");
  }
}
