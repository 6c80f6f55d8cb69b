package io.github.formulint.rules.delimiter;

/** How messages quote what stands in a document. */
final class Quotes {

  private Quotes() {}

  /** Returns characters as Markdown writes code. */
  static String code(String characters) {
    return characters.contains("`") ? "`` " + characters + " ``" : "`" + characters + "`";
  }

  /**
   * Returns characters on one line as Markdown writes code, shortened.
   *
   * @param most how many code units are shown at most
   */
  static String code(String characters, int most) {
    String line = characters.replaceAll("\\s+", " ");
    return code(line.length() > most ? line.substring(0, most - 1) + "…" : line);
  }
}
