package io.github.formulint.markdown.pandoc;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Where the groups of a text end that begin with a brace or a bracket. A group holds no blank line,
 * and a backslash takes the meaning of what follows it. Read once, so a text costs its length.
 */
final class GroupEnds {

  private final int[] ends;

  /**
   * Reads a text.
   *
   * @param open what opens a group
   */
  GroupEnds(String text, char open) {
    ends = new int[text.length()];
    Arrays.fill(ends, -1);
    char close = open == '{' ? '}' : ']';
    Deque<Integer> openers = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == open) {
        openers.push(i);
      } else if (c == close && !openers.isEmpty()) {
        ends[openers.pop()] = i + 1;
      } else if (c == '\n' && !openers.isEmpty() && TextLines.isBlankAt(text, i + 1)) {
        openers.clear();
      }
    }
  }

  /** Returns the index behind the group that begins at an index, or -1. */
  int behind(int index) {
    return ends[index];
  }
}
