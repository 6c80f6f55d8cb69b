package io.github.formulint.render.jlatexmath.translation;

/** Writes JLaTeXMath's TeX, part by part. */
final class TexWriter {

  private final StringBuilder tex = new StringBuilder();

  /** Writes a part, apart from a command name that it would run into. */
  void put(String part) {
    if (part.isEmpty()) {
      return;
    }
    char first = part.charAt(0);
    boolean isLetter = first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z';
    if (isLetter && endsWithCommandName()) {
      tex.append(' ');
    }
    tex.append(part);
  }

  private boolean endsWithCommandName() {
    int i = tex.length();
    while (i > 0 && isNameLetter(tex.charAt(i - 1))) {
      i--;
    }
    if (i == tex.length() || i == 0 || tex.charAt(i - 1) != '\\') {
      return false;
    }
    int backslashes = 0;
    while (i > 0 && tex.charAt(i - 1) == '\\') {
      i--;
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static boolean isNameLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Puts a part into what is written already. */
  void insert(int at, String part) {
    tex.insert(at, part);
  }

  /** Returns how much is written, in UTF-16 code units. */
  int length() {
    return tex.length();
  }

  /** Returns what is written from there on. */
  String from(int start) {
    return tex.substring(start);
  }

  /** Returns all that is written. */
  @Override
  public String toString() {
    return tex.toString();
  }
}
