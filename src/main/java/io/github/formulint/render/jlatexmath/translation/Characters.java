package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.tex.Token;
import java.util.Optional;

/** Characters by number or as they stand. */
final class Characters {

  private Characters() {}

  /** Returns whether JLaTeXMath does not understand the characters as they stand. */
  static boolean areSpecial(String text) {
    return text.length() > 1 && text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
  }

  /** Returns JLaTeXMath's TeX for characters that stand in a formula. */
  static String tex(String text) {
    if (!areSpecial(text)) {
      return text;
    }
    StringBuilder tex = new StringBuilder();
    text.codePoints()
        .forEach(
            code -> {
              if (Character.isSupplementaryCodePoint(code)) {
                tex.append(MathAlphabet.tex(code));
              } else {
                tex.appendCodePoint(code);
              }
            });
    return tex.toString();
  }

  static void degree(Translator out, Token command) {
    out.beforeArgument(command);
    out.put("{{}^\\circ}");
  }

  static void character(Translator out, Token command) throws RefusalException {
    out.in().skipBlanks();
    Optional<Token> first = out.in().peek();
    if (first.isEmpty()) {
      throw RefusalException.at(command, "\\char lacks a number");
    }
    if (first.get().kind() == Token.Kind.BEGIN_GROUP) {
      // KaTeX refuses braces, JLaTeXMath asks for them.
      out.put("\\char{" + out.in().argumentText(command) + "}");
      return;
    }
    int code =
        switch (first.get().text()) {
          case "'" -> number(out, command, 8);
          case "\"" -> number(out, command, 16);
          case "`" -> quoted(out, command);
          default -> number(out, command, 10);
        };
    out.beforeArgument(command);
    out.put(characterTex(code));
  }

  private static int quoted(Translator out, Token command) throws RefusalException {
    out.in().take();
    if (out.in().peek().isEmpty()) {
      throw RefusalException.at(command, "\\char` lacks a character");
    }
    String text = out.in().take().text();
    return text.codePointAt(text.length() > 1 && text.charAt(0) == '\\' ? 1 : 0);
  }

  private static int number(Translator out, Token command, int base) throws RefusalException {
    if (base != 10) {
      out.in().take();
    }
    long number = 0;
    int digits = 0;
    while (out.in().peek().isPresent()) {
      String text = out.in().peek().get().text();
      int digit = text.length() == 1 ? Character.digit(text.charAt(0), base) : -1;
      if (digit < 0 || text.charAt(0) > 'f') {
        break;
      }
      number = Math.min(number * base + digit, Integer.MAX_VALUE);
      digits++;
      out.in().take();
    }
    if (digits == 0 || number > Character.MAX_CODE_POINT) {
      throw RefusalException.at(command, "\\char is followed by no valid number");
    }
    return (int) number;
  }

  private static String characterTex(int code) {
    if (code > Character.MAX_VALUE) {
      return MathAlphabet.tex(code);
    }
    if (code < ' ' || code == 0x7F || Character.isSurrogate((char) code)) {
      return "{}";
    }
    return escaped((char) code);
  }

  /** Returns what stands for {@code \verb|…|}. */
  static String verbatim(String token) {
    int open = token.startsWith("\\verb*") ? 6 : 5;
    return typewriter(token.substring(open + 1, token.length() - 1));
  }

  static String typewriter(String text) {
    StringBuilder tex = new StringBuilder("\\mathtt{\\text{");
    text.codePoints()
        .forEach(
            code ->
                tex.append(
                    code > Character.MAX_VALUE ? MathAlphabet.tex(code) : escaped((char) code)));
    return tex.append("}}").toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "{\\backslash}";
      case '{' -> "{\\lbrace}";
      case '}' -> "{\\rbrace}";
      case '^' -> "{\\wedge}";
      case '~' -> "{\\sim}";
      case '_' -> "{\\underscore}";
      case '$' -> "{\\textdollar}";
      case '%' -> "{\\textpercent}";
      case '&' -> "{\\textampersand}";
      case ' ' -> "{\\nbsp}";
      default -> String.valueOf(c);
    };
  }
}
