package io.github.formulint.rules.delimiter;

import io.github.formulint.markdown.Platform;
import java.util.List;

/** How messages name platforms. */
final class PlatformNames {

  private PlatformNames() {}

  /** Returns the names, such as {@code GitHub, GitLab and Cherry Studio}. */
  static String joined(List<Platform> platforms) {
    List<String> names = platforms.stream().map(Platform::displayName).toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** Returns the names and a verb that fits, such as {@code GitHub does}. */
  static String with(List<Platform> platforms, String singular, String plural) {
    return joined(platforms) + " " + (platforms.size() == 1 ? singular : plural);
  }
}
