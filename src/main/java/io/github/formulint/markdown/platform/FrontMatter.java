package io.github.formulint.markdown.platform;

import java.util.List;

/**
 * Data between two marks at the very start of a document, each on a line of its own. What nothing
 * closes is no front matter. Immutable.
 */
enum FrontMatter {
  /** YAML between two lines {@code ---}. */
  YAML("---", "---"),
  /** YAML that three dots may close as well, as YAML itself has it. */
  YAML_OR_DOTS("---", "---", "..."),
  /** TOML between two lines {@code +++}. */
  TOML("+++", "+++"),
  /** JSON between two lines {@code ;;;}. */
  JSON(";;;", ";;;");

  private final String opener;
  private final List<String> closers;

  FrontMatter(String opener, String... closers) {
    this.opener = opener;
    this.closers = List.of(closers);
  }

  /**
   * Returns where the line that closes the front matter ends, or {@code start} if there is none.
   *
   * @param text the whole text
   * @param start offset of the first code unit behind a byte order mark, in UTF-16 code units
   */
  int endIn(String text, int start) {
    int lineEnd = lineEnd(text, start);
    if (!line(text, start, lineEnd).equals(opener)) {
      return start;
    }
    while (lineEnd < text.length()) {
      int next = text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
      lineEnd = lineEnd(text, next);
      if (closers.contains(line(text, next, lineEnd))) {
        return lineEnd;
      }
    }
    return start;
  }

  private static String line(String text, int start, int end) {
    return text.substring(start, end).stripTrailing();
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
