package io.github.formulint.files;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file to check. Immutable.
 *
 * @param name the name shown to people: the path as they gave it, with {@code /} between folders
 * @param path where it is
 * @param size its size in bytes when it was found, 0 or more
 */
public record FoundFile(String name, Path path, long size) {

  /** Checks that nothing is missing. */
  public FoundFile {
    Objects.requireNonNull(name);
    Objects.requireNonNull(path);
  }
}
