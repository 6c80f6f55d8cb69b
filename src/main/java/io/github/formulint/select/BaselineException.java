package io.github.formulint.select;

import java.io.IOException;

/** A baseline cannot be read or written. The message names the file, the place and what to do. */
public final class BaselineException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message the file, the place, what is wrong and what to do
   */
  public BaselineException(String message) {
    super(message);
  }
}
