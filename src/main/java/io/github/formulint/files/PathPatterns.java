package io.github.formulint.files;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * Patterns as in {@code .gitignore}: one without {@code /} means a name in any folder, one with
 * {@code /} a path from the top, {@code **} any number of folders; of several that match the last
 * one decides, and a leading {@code !} takes back. Immutable and thread-safe.
 */
public final class PathPatterns {

  private final List<FastIgnoreRule> rules;

  private PathPatterns(List<FastIgnoreRule> rules) {
    this.rules = rules;
  }

  /**
   * Returns the patterns.
   *
   * @param patterns one pattern each
   * @throws IllegalArgumentException if one is no pattern; the message says which
   */
  public static PathPatterns of(List<String> patterns) {
    List<FastIgnoreRule> rules = new ArrayList<>();
    for (String pattern : patterns) {
      FastIgnoreRule rule = new FastIgnoreRule(withoutCurrentFolder(pattern));
      if (rule.isEmpty()) {
        throw new IllegalArgumentException("not a pattern of paths: '" + pattern + "'");
      }
      rules.add(rule);
    }
    return new PathPatterns(List.copyOf(rules));
  }

  private static String withoutCurrentFolder(String pattern) {
    return pattern.startsWith("./") ? pattern.substring(1) : pattern;
  }

  /** Returns whether there are none. */
  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Returns whether the patterns mean this very path. */
  boolean matches(String path, boolean isFolder) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      FastIgnoreRule rule = rules.get(i);
      if (rule.isMatch(path, isFolder, true)) {
        return rule.getResult();
      }
    }
    return false;
  }

  /** Returns whether the patterns mean this path or a folder that holds it. */
  public boolean matchesWithin(String path) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      FastIgnoreRule rule = rules.get(i);
      if (rule.isMatch(path, false, false)) {
        return rule.getResult();
      }
    }
    return false;
  }
}
