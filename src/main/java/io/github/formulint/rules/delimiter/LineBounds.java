package io.github.formulint.rules.delimiter;

/**
 * Where the line of a formula begins and ends. Looks only so far: what stands further away on a
 * line makes no difference to a formula, and a line may be as long as the document. Stateless.
 */
final class LineBounds {

  private static final int REACH = 2000;

  private LineBounds() {}

  /** Returns where the line of an offset begins, or a place on it far in front of the offset. */
  static int start(String text, int offset) {
    int start = offset;
    int first = Math.max(0, offset - REACH);
    while (start > first && text.charAt(start - 1) != '\n') {
      start--;
    }
    return start;
  }

  /** Returns where the line of an offset ends, or a place on it far behind the offset. */
  static int end(String text, int offset) {
    int end = offset;
    int last = Math.min(text.length(), offset + REACH);
    while (end < last && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  /** Returns whether the line of an offset is indented so far that it may be code. */
  static boolean isIndented(String text, int offset) {
    int line = start(text, offset);
    boolean isStart = line == 0 || text.charAt(line - 1) == '\n';
    return isStart && (text.startsWith("    ", line) || text.startsWith("\t", line));
  }

  /** Returns how the line of an offset ends, or the one before it if it is the last. */
  static String ending(String text, int offset) {
    int end = end(text, offset);
    if (end == text.length()) {
      end = start(text, offset) - 1;
    }
    boolean isCrLf = end > 0 && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r';
    return isCrLf ? "\r\n" : "\n";
  }
}
