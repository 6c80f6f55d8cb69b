package io.github.formulint.config.macros;

import java.util.Optional;

/** Reads texts as YAML and scripts write them. Stateless. */
final class Literals {

  private Literals() {}

  /**
   * Returns the text of a scalar of YAML, or of the first item of a flow list such as {@code
   * ["\\mathbf{#1}", 1]}.
   *
   * @param word the scalar as it is written
   */
  static Optional<String> yaml(String word) {
    String text = word.strip();
    if (text.startsWith("[")) {
      String inner = text.substring(1).strip();
      int end = inner.startsWith("\"") || inner.startsWith("'") ? closing(inner) : -1;
      return end < 0 ? Optional.empty() : yaml(inner.substring(0, end + 1));
    }
    if (text.startsWith("\"")) {
      int end = closing(text);
      return end < 0 ? Optional.empty() : Optional.of(unescape(text.substring(1, end)));
    }
    if (text.startsWith("'")) {
      int end = closing(text);
      return end < 0 ? Optional.empty() : Optional.of(text.substring(1, end).replace("''", "'"));
    }
    boolean isOther = text.isEmpty() || "{&*!|>%@`".indexOf(text.charAt(0)) >= 0;
    return isOther ? Optional.empty() : Optional.of(text.replaceFirst("\\s+#.*$", ""));
  }

  /** Returns where the quote that opens a text is closed, or -1. */
  static int closing(String text) {
    char quote = text.charAt(0);
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote != '\'') {
        i++;
      } else if (text.charAt(i) == quote) {
        if (quote == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'') {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  /** Returns a text whose escapes are made what they stand for. */
  static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        char escaped = text.charAt(i);
        plain.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> escaped;
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
