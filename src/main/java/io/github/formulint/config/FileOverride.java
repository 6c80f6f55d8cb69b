package io.github.formulint.config;

import io.github.formulint.files.PathPatterns;
import java.util.List;
import java.util.Objects;

/**
 * What a configuration file says of some files alone. Immutable.
 *
 * @param files patterns as in {@code .gitignore} of those files, from the folder of the
 *     configuration file
 * @param settings what is said of them
 * @param line the line of the configuration file, from 1
 */
public record FileOverride(List<String> files, Settings settings, int line) {

  /** Copies the list. */
  public FileOverride {
    files = List.copyOf(files);
    Objects.requireNonNull(settings);
  }

  /**
   * Returns whether a file is meant.
   *
   * @param path its path from the folder of the configuration file, with {@code /} between folders
   */
  boolean isAbout(String path) {
    return PathPatterns.of(files).matchesWithin(path);
  }
}
