package io.github.formulint.markdown;

/**
 * A document is made so that reading it would take more time or memory than any document is worth.
 */
public final class TooLargeToReadException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param problem what is too large and what to do, as the end of a sentence that begins with the
   *     name of the document
   * @param cause what noticed it
   */
  public TooLargeToReadException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
