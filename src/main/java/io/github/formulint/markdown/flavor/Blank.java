package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;

/** White space. */
public final class Blank {

  private Blank() {}

  /** Returns whether a part of a text has nothing but spaces and tabs. */
  public static boolean isSpace(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Returns a text with a space for each line end. */
  public static MappedText onOneLine(MappedText text) {
    MappedText.Builder result = new MappedText.Builder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      result.append(c == '\n' ? ' ' : c, text.sourceStart(i), text.sourceEnd(i));
    }
    return text.length() == 0 ? text : result.build();
  }

  /** Returns a text with a line end behind it, if it has any line. */
  public static MappedText withLineEnd(MappedText text) {
    int end = text.sourceEnd(text.length());
    return new MappedText.Builder().append(text).append('\n', end, end).build();
  }
}
