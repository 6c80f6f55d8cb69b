package io.github.formulint.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a configuration file says. Immutable.
 *
 * @param name the name of the file in messages
 * @param folder the folder from which its patterns are meant, absolute
 * @param isRoot whether files in the folders above count no more
 * @param bases the files that it extends, the weakest first
 * @param settings what it says of all files
 * @param overrides what it says of some files, the weakest first
 */
public record ConfigContent(
    String name,
    Path folder,
    boolean isRoot,
    List<ConfigContent> bases,
    Settings settings,
    List<FileOverride> overrides) {

  /** Copies the lists. */
  public ConfigContent {
    Objects.requireNonNull(name);
    Objects.requireNonNull(folder);
    bases = List.copyOf(bases);
    Objects.requireNonNull(settings);
    overrides = List.copyOf(overrides);
  }
}
