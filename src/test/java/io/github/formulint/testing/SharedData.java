package io.github.formulint.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the data that stands beside the project and is not part of it. */
public final class SharedData {

  private SharedData() {}

  /**
   * Returns a file or folder of the shared data; the test is skipped, with the reason, where it
   * does not exist.
   *
   * @param relative its path within the shared data
   */
  public static Path require(String relative) {
    Path path = Path.of(System.getProperty("formulint.shared", "../shared")).resolve(relative);
    Assumptions.assumeTrue(Files.exists(path), () -> "needs " + path + ", which does not exist");
    return path;
  }
}
