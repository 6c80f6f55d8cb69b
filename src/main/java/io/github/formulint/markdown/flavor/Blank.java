package io.github.formulint.markdown.flavor;

/** White space. */
final class Blank {

  private Blank() {}

  /** Returns whether a part of a text has nothing but spaces and tabs. */
  static boolean isSpace(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }
}
