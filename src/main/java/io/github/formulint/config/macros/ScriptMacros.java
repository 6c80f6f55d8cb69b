package io.github.formulint.config.macros;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads an object literal of a script or of JSON whose values are texts, or lists that begin with
 * one. For one text.
 */
final class ScriptMacros {

  private static final String RAW = "String.raw`";

  private final String text;
  private int at;

  /**
   * Makes a reader.
   *
   * @param text the script
   * @param start where the literal's brace stands
   */
  ScriptMacros(String text, int start) {
    this.text = text;
    this.at = start + 1;
  }

  Map<String, String> read() throws SiteMacros.NotPlainException {
    Map<String, String> macros = new LinkedHashMap<>();
    skipSpace();
    while (peek() != '}') {
      String name = isQuote(peek()) ? quoted() : word();
      skipSpace();
      expect(':');
      skipSpace();
      macros.put(SiteMacros.withBackslash(name), value());
      skipSpace();
      if (peek() == ',') {
        at++;
        skipSpace();
      } else if (peek() != '}') {
        throw notPlain();
      }
    }
    return macros;
  }

  private String value() throws SiteMacros.NotPlainException {
    if (peek() != '[') {
      return string();
    }
    at++;
    skipSpace();
    String body = string();
    while (peek() != ']') {
      if (peek() != ',' && !Character.isDigit(peek()) && !Character.isWhitespace(peek())) {
        throw notPlain();
      }
      at++;
    }
    at++;
    return body;
  }

  private String string() throws SiteMacros.NotPlainException {
    if (text.startsWith(RAW, at)) {
      int end = text.indexOf('`', at + RAW.length());
      String raw = end < 0 ? "${" : text.substring(at + RAW.length(), end);
      if (raw.contains("${")) {
        throw notPlain();
      }
      at = end + 1;
      return raw;
    }
    if (!isQuote(peek())) {
      throw notPlain();
    }
    return quoted();
  }

  private String quoted() throws SiteMacros.NotPlainException {
    char quote = peek();
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      throw notPlain();
    }
    String inner = text.substring(at + 1, end);
    if (quote == '`' && inner.contains("${")) {
      throw notPlain();
    }
    at = end + 1;
    return Literals.unescape(inner);
  }

  private String word() throws SiteMacros.NotPlainException {
    int start = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '$') {
      at++;
    }
    if (at == start) {
      throw notPlain();
    }
    return text.substring(start, at);
  }

  private void skipSpace() {
    boolean moved = true;
    while (moved) {
      moved = false;
      while (Character.isWhitespace(peek())) {
        at++;
        moved = true;
      }
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        moved = true;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
        moved = true;
      }
    }
  }

  private void expect(char expected) throws SiteMacros.NotPlainException {
    if (peek() != expected) {
      throw notPlain();
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private SiteMacros.NotPlainException notPlain() {
    int line =
        (int) text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
    return SiteMacros.notPlain(line + 1);
  }
}
