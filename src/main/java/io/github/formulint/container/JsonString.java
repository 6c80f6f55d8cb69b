package io.github.formulint.container;

import io.github.formulint.source.PartMap;
import io.github.formulint.source.Span;

/** A string of a file of JSON, and the text that it spells. */
final class JsonString {

  private static final char REPLACEMENT = '\uFFFD';

  private JsonString() {}

  /**
   * Returns where a string stands, without its quotes.
   *
   * @param json the file; valid at least up to the end of the string
   * @param quote where the quote stands that opens it
   */
  static Span at(String json, int quote) {
    int end = quote + 1;
    while (json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    return new Span(quote + 1, end);
  }

  /**
   * Adds the text of a string to a document. A code unit that no text can have, such as half of a
   * pair, becomes the replacement character, so that each stays one.
   *
   * @param json the file
   * @param span where the string stands, without its quotes
   * @param text takes the text
   * @param map takes where each code unit stands
   */
  static void read(String json, Span span, StringBuilder text, PartMap.Builder map) {
    map.begin(span.start());
    int at = span.start();
    while (at < span.end()) {
      int length = 1;
      char c = json.charAt(at);
      if (c == '\\') {
        char escape = json.charAt(at + 1);
        length = escape == 'u' ? 6 : 2;
        c = escape == 'u' ? (char) Integer.parseInt(json, at + 2, at + 6, 16) : unescaped(escape);
      }
      text.append(c == '\0' ? REPLACEMENT : c);
      map.add(at, at + length);
      at += length;
    }
  }

  private static char unescaped(char escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }

  /** Replaces each half of a pair that stands alone. */
  static void mendPairs(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        text.setCharAt(i, REPLACEMENT);
      }
    }
  }
}
