package io.github.formulint.render;

/** An engine cannot run on this machine. The message says why and what to do. */
public final class EngineUnavailableException extends Exception {

  /**
   * Makes the exception.
   *
   * @param message why, and what to do
   * @param cause what was thrown
   */
  public EngineUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
