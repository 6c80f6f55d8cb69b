package io.github.formulint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pairs of a document and the report expected of it. */
public final class Fixtures {

  /** Where the fixtures stand: a folder for each rule, and the demo. */
  public static final Path FOLDER = Path.of("fixtures");

  private static final boolean REGENERATES = Boolean.getBoolean("formulint.regenerate");

  private Fixtures() {}

  /**
   * Returns the expected text. With {@code -Dformulint.regenerate=true} the file is written anew;
   * look at the difference before you commit it.
   *
   * @param file the file that holds it
   * @param actual what the program says now
   */
  public static String expected(Path file, String actual) {
    try {
      if (REGENERATES) {
        Files.writeString(file, actual);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
