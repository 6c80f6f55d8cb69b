package io.github.formulint.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the system wants programs to keep what they can find anew. */
final class CacheFolder {

  private static final String OWN_FOLDER = "formulint";

  private CacheFolder() {}

  /**
   * Returns our folder in the user's cache folder; nothing if the user has no home.
   *
   * @param variables the environment variables
   * @param system the name of the system, as Java has it
   */
  static Optional<Path> of(Map<String, String> variables, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    Optional<Path> folder = folder(variables, "XDG_CACHE_HOME", "");
    if (folder.isEmpty() && name.startsWith("windows")) {
      folder = folder(variables, "LOCALAPPDATA", "");
    } else if (folder.isEmpty() && name.startsWith("mac")) {
      folder = folder(variables, "HOME", "Library/Caches");
    } else if (folder.isEmpty()) {
      folder = folder(variables, "HOME", ".cache");
    }
    return folder.isEmpty() ? folder : Optional.of(folder.get().resolve(OWN_FOLDER));
  }

  /** Paths that are not absolute do not count (XDG Base Directory Specification). */
  private static Optional<Path> folder(
      Map<String, String> variables, String variable, String below) {
    String value = variables.getOrDefault(variable, "");
    try {
      Path path = Path.of(value);
      return path.isAbsolute() ? Optional.of(path.resolve(below)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
