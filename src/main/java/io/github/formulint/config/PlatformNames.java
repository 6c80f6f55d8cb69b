package io.github.formulint.config;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import java.util.List;

/** The platforms that names in the POM or in a configuration file mean. */
public final class PlatformNames {

  private PlatformNames() {}

  /**
   * Returns the platforms, each once, in the order of the names; {@code universal} is none.
   *
   * @param names their names
   * @throws IllegalArgumentException if there is no platform of a name; the message says which
   */
  public static List<Platform> platforms(List<String> names) {
    return names.stream()
        .map(String::strip)
        .filter(name -> !name.equals(Platforms.UNIVERSAL))
        .map(PlatformNames::platform)
        .distinct()
        .toList();
  }

  private static Platform platform(String name) {
    return Platforms.find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no platform '"
                        + name
                        + "'; there are "
                        + String.join(", ", Platforms.all().stream().map(Platform::id).toList())));
  }
}
