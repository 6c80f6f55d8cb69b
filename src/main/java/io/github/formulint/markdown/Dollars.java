package io.github.formulint.markdown;

/** Runs of dollars. */
public final class Dollars {

  private Dollars() {}

  /**
   * Returns the offset behind a run of dollars.
   *
   * @param text any text
   * @param index offset of its first dollar
   */
  public static int runEnd(CharSequence text, int index) {
    int end = index;
    while (end < text.length() && text.charAt(end) == '$') {
      end++;
    }
    return end;
  }
}
