package io.github.formulint.markdown.flavor;

/** Backslashes before a mark. */
public final class Backslashes {

  private Backslashes() {}

  /** Returns whether an odd number of backslashes stands before an offset: the mark is escaped. */
  public static boolean escape(String text, int index) {
    int start = index;
    while (start > 0 && text.charAt(start - 1) == '\\') {
      start--;
    }
    return (index - start) % 2 == 1;
  }
}
