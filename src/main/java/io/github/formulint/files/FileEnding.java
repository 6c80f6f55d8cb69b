package io.github.formulint.files;

import java.util.Locale;

/** The ending of a file's name. */
final class FileEnding {

  private FileEnding() {}

  /**
   * Returns what stands behind the last dot of a name, in lower case; nothing if there is no dot.
   *
   * @param name the name of a file, with or without folders before it
   */
  static String of(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || name.indexOf('/', dot) >= 0
        ? ""
        : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
