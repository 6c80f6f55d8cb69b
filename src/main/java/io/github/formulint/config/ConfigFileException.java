package io.github.formulint.config;

import java.io.IOException;

/** A configuration file cannot be used. The message names the file, the place and what is wrong. */
public final class ConfigFileException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message the file, the place and what is wrong
   */
  public ConfigFileException(String message) {
    super(message);
  }
}
