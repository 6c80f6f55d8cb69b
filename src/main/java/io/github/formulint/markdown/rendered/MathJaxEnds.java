package io.github.formulint.markdown.rendered;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where formulas that begin at any index of a string end. MathJax walks from each opener by itself
 * and takes the first closer at which braces are balanced; all walks are done here at once, from
 * the end of the string to its start, so that unclosed openers cost no time.
 */
final class MathJaxEnds {

  private static final int NONE = -1;

  /** For each index, the first closer of a walk that begins there outside braces. */
  private final int[] closer;

  /** For each index, the index behind the closer that begins there, or 0. */
  private final int[] closerEnd;

  private MathJaxEnds(int[] closer, int[] closerEnd) {
    this.closer = closer;
    this.closerEnd = closerEnd;
  }

  /** Returns the ends for a closer that is always the same. */
  static MathJaxEnds of(String text, String closer) {
    int[] closerEnd = new int[text.length() + 1];
    for (int i = text.indexOf(closer); i >= 0; i = text.indexOf(closer, i + 1)) {
      closerEnd[i] = i + closer.length();
    }
    return walk(text, closerEnd);
  }

  /** Returns the ends for {@code \end} of an environment. */
  static MathJaxEnds ofEnvironment(String text, String name) {
    int[] closerEnd = new int[text.length() + 1];
    Matcher end =
        Pattern.compile(
                "\\\\end\\s*\\{" + Pattern.quote(name) + "\\}", Pattern.UNICODE_CHARACTER_CLASS)
            .matcher(text);
    while (end.find()) {
      closerEnd[end.start()] = end.end();
    }
    return walk(text, closerEnd);
  }

  private static MathJaxEnds walk(String text, int[] closerEnd) {
    int length = text.length();
    int[] closer = new int[length + 2];
    int[] groupEnd = new int[length + 2];
    Arrays.fill(closer, NONE);
    Arrays.fill(groupEnd, NONE);
    for (int i = length - 1; i >= 0; i--) {
      char c = text.charAt(i);
      int next = closerEnd[i] > 0 ? closerEnd[i] : c == '\\' ? i + 2 : i + 1;
      boolean opens = closerEnd[i] == 0 && c == '{';
      boolean closes = closerEnd[i] == 0 && c == '}';
      int afterGroup = opens ? groupEnd[next] : next;
      groupEnd[i] = closes ? next : afterGroup == NONE ? NONE : groupEnd[afterGroup];
      closer[i] = closerEnd[i] > 0 ? i : afterGroup == NONE ? NONE : closer[afterGroup];
    }
    return new MathJaxEnds(closer, closerEnd);
  }

  /** Returns the closer of a formula whose TeX begins at an index, or -1. */
  int firstFrom(int index) {
    return closer[index];
  }

  /** Returns the index behind a closer. */
  int endOf(int closerIndex) {
    return closerEnd[closerIndex];
  }
}
