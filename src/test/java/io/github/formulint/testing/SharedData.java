package io.github.formulint.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data that stands next to the project and is no part of it. */
public final class SharedData {

  private SharedData() {}

  /**
   * Returns a file or folder of the shared data; the test is skipped where there is none.
   *
   * @param relative path below the folder of the shared data
   */
  public static Path require(String relative) {
    Path path = Path.of(System.getProperty("formulint.shared", "../shared")).resolve(relative);
    assumeThat(Files.exists(path)).as("shared data at %s", path).isTrue();
    return path;
  }
}
