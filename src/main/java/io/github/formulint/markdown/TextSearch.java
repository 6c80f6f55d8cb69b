package io.github.formulint.markdown;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for marks from many places of a text. What was found from one place holds for all places up
 * to it and is remembered, so that asking from everywhere costs the length of the text once for
 * each mark, not once for each place. Not thread-safe; one for each text.
 */
public final class TextSearch {

  private static final int NOWHERE = Integer.MAX_VALUE;

  private final String text;

  /** For each mark: from where it was sought last, and where it was found. */
  private final Map<Object, int[]> known = new HashMap<>();

  /**
   * Makes a search.
   *
   * @param text any text
   */
  public TextSearch(String text) {
    this.text = text;
  }

  /**
   * Returns the first place of a string at an index or behind it, or -1.
   *
   * @param mark the string
   * @param from the index, from 0
   */
  public int indexOf(String mark, int from) {
    int[] last = known.get(mark);
    return last != null && covers(last, from)
        ? place(last)
        : remember(mark, from, text.indexOf(mark, from));
  }

  /**
   * Returns where an expression first matches at an index or behind it, or -1.
   *
   * @param mark an expression; always the same object, for it is what the search remembers
   * @param from the index, from 0
   */
  public int find(Pattern mark, int from) {
    int[] last = known.get(mark);
    if (last != null && covers(last, from)) {
      return place(last);
    }
    Matcher matcher = mark.matcher(text);
    return remember(mark, from, from <= text.length() && matcher.find(from) ? matcher.start() : -1);
  }

  private static boolean covers(int[] last, int from) {
    return last[0] <= from && from <= last[1];
  }

  private static int place(int[] last) {
    return last[1] == NOWHERE ? -1 : last[1];
  }

  private int remember(Object mark, int from, int found) {
    known.put(mark, new int[] {from, found < 0 ? NOWHERE : found});
    return found;
  }
}
