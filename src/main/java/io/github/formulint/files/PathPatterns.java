package io.github.formulint.files;

import java.util.ArrayList;
import java.util.List;

/**
 * Patterns as in {@code .gitignore}: one without {@code /} means a name in any folder, one with
 * {@code /} a path from the top, {@code **} any number of folders; of several that match the last
 * one decides, and a leading {@code !} takes back. Immutable and thread-safe.
 */
public final class PathPatterns {

  private final List<PathPattern> patterns;

  private PathPatterns(List<PathPattern> patterns) {
    this.patterns = patterns;
  }

  /**
   * Returns the patterns.
   *
   * @param patterns one pattern each
   * @throws IllegalArgumentException if one is no pattern; the message says which
   */
  public static PathPatterns of(List<String> patterns) {
    List<PathPattern> read = new ArrayList<>();
    for (String pattern : patterns) {
      read.add(
          PathPattern.of(withoutCurrentFolder(pattern))
              .orElseThrow(
                  () -> new IllegalArgumentException("not a pattern of paths: '" + pattern + "'")));
    }
    return new PathPatterns(List.copyOf(read));
  }

  private static String withoutCurrentFolder(String pattern) {
    return pattern.startsWith("./") ? pattern.substring(1) : pattern;
  }

  /** Returns whether there are none. */
  boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** Returns whether the patterns mean this very path. */
  boolean matches(String path, boolean isFolder) {
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matches(path, isFolder)) {
        return !patterns.get(i).isNegative();
      }
    }
    return false;
  }

  /** Returns whether the patterns mean this path or a folder that holds it. */
  public boolean matchesWithin(String path) {
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matchesWithin(path)) {
        return !patterns.get(i).isNegative();
      }
    }
    return false;
  }
}
