package io.github.formulint.container;

import java.util.Objects;

/**
 * How text is written into a string of JSON (RFC 8259, section 7), or into a list of strings with a
 * line each. Immutable.
 *
 * @param isAscii whether letters beyond ASCII are escaped, as the rest of the file has it
 * @param parting what parts two strings of the list, from the quote that ends the first to the one
 *     that opens the second; empty if all lines stand in one string
 */
public record JsonWriting(boolean isAscii, String parting) {

  /** Checks that nothing is missing. */
  public JsonWriting {
    Objects.requireNonNull(parting);
  }

  /**
   * Returns whether a file escapes letters beyond ASCII, as far as can be told.
   *
   * @param json the whole file
   */
  static boolean isAscii(String json) {
    return json.contains("\\u") && json.chars().allMatch(c -> c < 0x80);
  }

  /**
   * Returns text as it stands between the quotes.
   *
   * @param text the text
   * @param partsLastLine whether something follows in a string of its own if the text ends a line
   */
  String write(String text, boolean partsLastLine) {
    StringBuilder json = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '\n' -> {
          json.append("\\n");
          if (i + 1 < text.length() || partsLastLine) {
            json.append(parting);
          }
        }
        default -> {
          boolean isEscaped = c < ' ' || isAscii && c >= 0x7F;
          json.append(isEscaped ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
      }
    }
    return json.toString();
  }
}
