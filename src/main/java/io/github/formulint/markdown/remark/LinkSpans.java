package io.github.formulint.markdown.remark;

import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What looks like {@code [text](address)}, with one level of brackets in the text (the pattern
 * {@code \[([^[\]]*(?:\[[^\]]*\][^[\]]*)*)\]\([^)]*?\)} of Cherry Studio 1.6), found in one pass.
 */
final class LinkSpans {

  private LinkSpans() {}

  /** Returns the spans of links in a text, in order; no two overlap. */
  static List<Span> in(String text) {
    int[] labelEnd = labelEnds(text);
    List<Span> spans = new ArrayList<>();
    int lastEnd = text.lastIndexOf(')');
    for (int i = text.indexOf('['); i >= 0; ) {
      int label = labelEnd[nextBracket(text, i + 1, labelEnd)];
      boolean isClosed = label >= 0 && label + 2 <= lastEnd && text.startsWith("](", label);
      int end = isClosed ? text.indexOf(')', label + 2) : -1;
      if (end >= 0) {
        spans.add(new Span(i, end + 1));
      }
      i = text.indexOf('[', end >= 0 ? end + 1 : i + 1);
    }
    return spans;
  }

  private static int nextBracket(String text, int from, int[] labelEnd) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '[' && text.charAt(at) != ']') {
      at = -labelEnd[at] - 2;
    }
    return at;
  }

  /**
   * Returns for each bracket where the text of a link ends that has come so far, or -1; for other
   * characters and the end of the text the offset of the next bracket, as {@code -offset - 2}.
   */
  private static int[] labelEnds(String text) {
    int length = text.length();
    int[] ends = new int[length + 1];
    ends[length] = -1;
    int bracket = length;
    int close = -1;
    for (int i = length - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == ']') {
        ends[i] = i;
        close = i;
        bracket = i;
      } else if (c == '[') {
        int next = close < 0 ? length : close + 1;
        while (next < length && text.charAt(next) != '[' && text.charAt(next) != ']') {
          next = -ends[next] - 2;
        }
        ends[i] = close < 0 ? -1 : ends[next];
        bracket = i;
      } else {
        ends[i] = -bracket - 2;
      }
    }
    return ends;
  }
}
