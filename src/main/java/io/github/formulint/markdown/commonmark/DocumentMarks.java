package io.github.formulint.markdown.commonmark;

import io.github.formulint.markdown.Dollars;
import io.github.formulint.source.Span;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What has to be known of a whole document before its blocks are read: where comments of MDX stand,
 * and how many marks of display formulas each section holds. Immutable and thread-safe.
 */
public final class DocumentMarks {

  private static final DocumentMarks NONE = new DocumentMarks(List.of(), new int[0], new int[0]);

  private final List<Span> comments;

  /** Offsets of the double dollars, in order. */
  private final int[] marks;

  /** For each of them the index of the first one behind its section. */
  private final int[] sectionEnds;

  private DocumentMarks(List<Span> comments, int[] marks, int[] sectionEnds) {
    this.comments = comments;
    this.marks = marks;
    this.sectionEnds = sectionEnds;
  }

  /** Returns the marks of a document of which nothing is known. */
  static DocumentMarks none() {
    return NONE;
  }

  /**
   * Goes over a document once.
   *
   * @param text the text of a document
   */
  public static DocumentMarks of(String text) {
    List<Span> comments = MdxComments.of(text);
    return text.contains("$$")
        ? new Counter(text).count(comments)
        : new DocumentMarks(comments, new int[0], new int[0]);
  }

  /** Returns whether a character stands in a comment. */
  public boolean isInComment(int offset) {
    if (comments.isEmpty()) {
      return false;
    }
    int found = Collections.binarySearch(comments, new Span(offset, Integer.MAX_VALUE));
    int last = found >= 0 ? found : -found - 2;
    return last >= 0 && offset < comments.get(last).end();
  }

  /**
   * Returns whether an even number of double dollars stands from one on up to the next heading, so
   * that all of them pair up.
   *
   * @param offset offset of a double dollar
   */
  public boolean belongTogether(int offset) {
    int index = Arrays.binarySearch(marks, offset);
    return index >= 0 && (sectionEnds[index] - index) % 2 == 0;
  }

  /** Collects the double dollars. */
  private static final class Counter {
    private final String text;
    private int[] marks = new int[16];
    private int[] sections = new int[16];
    private int size;
    private int section;
    private boolean inCode;

    Counter(String text) {
      this.text = text;
    }

    DocumentMarks count(List<Span> comments) {
      int line = 0;
      while (line < text.length()) {
        int end = text.indexOf('\n', line);
        end = end < 0 ? text.length() : end;
        countLine(line, end);
        line = end + 1;
      }
      int[] ends = new int[size];
      for (int i = size - 1; i >= 0; i--) {
        ends[i] = i + 1 < size && sections[i] == sections[i + 1] ? ends[i + 1] : i + 1;
      }
      return new DocumentMarks(comments, Arrays.copyOf(marks, size), ends);
    }

    private void countLine(int start, int end) {
      int at = start;
      while (at < end && " \t>".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (text.startsWith("```", at) || text.startsWith("~~~", at)) {
        inCode = !inCode;
      } else if (!inCode && text.startsWith("#", at)) {
        section++;
      }
      while (!inCode && at < end) {
        char c = text.charAt(at);
        if (c == '\\') {
          at++;
        } else if (c == '$') {
          int dollars = Dollars.runEnd(text, at) - at;
          if (dollars > 1) {
            add(at);
          }
          at += dollars - 1;
        }
        at++;
      }
    }

    private void add(int mark) {
      if (size == marks.length) {
        marks = Arrays.copyOf(marks, size * 2);
        sections = Arrays.copyOf(sections, size * 2);
      }
      marks[size] = mark;
      sections[size++] = section;
    }
  }
}
