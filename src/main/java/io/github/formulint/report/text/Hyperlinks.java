package io.github.formulint.report.text;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes places in files links that a terminal opens (OSC 8, as terminals agreed on it: "Hyperlinks
 * in terminal emulators"), or leaves them as they are. Immutable.
 *
 * @param folder the folder from which files are named, absolute; none if nothing is a link
 */
public record Hyperlinks(Optional<Path> folder) {

  /** Nothing is a link. */
  public static final Hyperlinks NONE = new Hyperlinks(Optional.empty());

  private static final String START = "\u001B]8;;";
  private static final String END = "\u001B\\";

  /** Checks that nothing is missing. */
  public Hyperlinks {
    Objects.requireNonNull(folder);
  }

  /**
   * Returns a text that leads to a file.
   *
   * @param name the name of the file, as reports give it
   * @param text what is shown
   */
  String toFile(String name, String text) {
    if (folder.isEmpty()) {
      return text;
    }
    try {
      // Addresses hold nothing but ASCII without control characters, so none ends the sequence.
      String address = folder.get().resolve(name).toUri().toASCIIString();
      return START + address + END + text + START + END;
    } catch (InvalidPathException e) {
      return text;
    }
  }
}
