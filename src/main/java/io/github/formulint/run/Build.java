package io.github.formulint.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** What tells this build of formulint from others of the same version. */
final class Build {

  private Build() {}

  /**
   * Returns the version, and for one that is not released yet what tells its builds apart; nothing
   * if that cannot be found out.
   */
  static Optional<String> identity() {
    String version = Version.current();
    if (!version.endsWith("-SNAPSHOT")) {
      return Optional.of(version);
    }
    CodeSource source = Build.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      return Optional.of(version + ' ' + state(place));
    } catch (URISyntaxException | IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private static String state(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return stateOfFile(place);
    }
    StringBuilder text = new StringBuilder();
    try (Stream<Path> classes = Files.walk(place)) {
      for (Path each : classes.filter(Files::isRegularFile).sorted().toList()) {
        text.append(each).append(' ').append(stateOfFile(each)).append('\n');
      }
    }
    return text.toString();
  }

  private static String stateOfFile(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return attributes.size() + " " + attributes.lastModifiedTime().toMillis();
  }
}
