package io.github.formulint.markdown.pandoc;

/** Questions about the lines of a text. */
final class TextLines {

  private TextLines() {}

  /** Returns whether from an index on there is nothing but spaces up to the end of the line. */
  static boolean isBlankAt(String text, int index) {
    int i = index;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i >= text.length() || text.charAt(i) == '\n';
  }

  /** Returns the end of the line that holds an index, before its line feed. */
  static int lineEnd(String text, int index) {
    int end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end;
  }

  /** Returns the start of the line behind the one that holds an index. */
  static int nextLine(String text, int index) {
    return Math.min(text.length(), lineEnd(text, index) + 1);
  }

  /** Returns the index behind the blank lines that begin at an index. */
  static int skipBlankLines(String text, int index) {
    int i = index;
    while (i < text.length() && isBlankAt(text, i)) {
      i = nextLine(text, i);
    }
    return i;
  }

  /** Returns the index behind the spaces at an index. */
  static int skipSpaces(String text, int index) {
    int i = index;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** Returns the number of spaces at an index. */
  static int indent(String text, int index) {
    int i = index;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i - index;
  }

  /** Returns how many of a character stand at an index. */
  static int run(String text, int index, char c) {
    int i = index;
    while (i < text.length() && text.charAt(i) == c) {
      i++;
    }
    return i - index;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }
}
