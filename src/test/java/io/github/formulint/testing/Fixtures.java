package io.github.formulint.testing;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Pairs of a document and the report expected of it. */
public final class Fixtures {

  /** Where the fixtures stand: a folder for each rule, and the demo. */
  public static final Path FOLDER = Path.of("fixtures");

  private static final boolean REGENERATES = Boolean.getBoolean("formulint.regenerate");

  private Fixtures() {}

  /**
   * Returns the platforms that a fixture is about, as its file {@code case.platforms} names them;
   * none if there is no such file.
   *
   * @param rule the name of the rule
   */
  public static List<Platform> platforms(String rule) {
    Path file = FOLDER.resolve(rule).resolve("case.platforms");
    try {
      return Files.exists(file)
          ? Arrays.stream(Files.readString(file).strip().split(","))
              .map(id -> Platforms.find(id).orElseThrow())
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
