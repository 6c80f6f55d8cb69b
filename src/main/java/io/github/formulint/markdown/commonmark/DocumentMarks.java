package io.github.formulint.markdown.commonmark;

import io.github.formulint.markdown.Dollars;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What has to be known of a whole document before its blocks are read: where comments of MDX stand,
 * and how many marks of display formulas each section holds. Immutable and thread-safe.
 */
public final class DocumentMarks {

  private static final DocumentMarks NONE =
      new DocumentMarks(List.of(), List.of(), new int[0], new int[0]);

  /** More dollars in a row than this, twice in a paragraph, are strokes of big letters. */
  private static final int LONGEST_MARK = 4;

  private final List<Span> comments;

  /** Paragraphs whose dollars draw a banner, in order. */
  private final List<Span> drawings;

  /** Offsets of the double dollars, in order. */
  private final int[] marks;

  /** For each of them the index of the first one behind its section. */
  private final int[] sectionEnds;

  private DocumentMarks(List<Span> comments, List<Span> drawings, int[] marks, int[] sectionEnds) {
    this.comments = comments;
    this.drawings = List.copyOf(drawings);
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
        : new DocumentMarks(comments, List.of(), new int[0], new int[0]);
  }

  /** Returns whether a character stands in a comment. */
  public boolean isInComment(int offset) {
    return isIn(comments, offset);
  }

  /** Returns whether a character stands in a paragraph whose dollars draw big letters. */
  public boolean isInDrawing(int offset) {
    return isIn(drawings, offset);
  }

  private static boolean isIn(List<Span> spans, int offset) {
    if (spans.isEmpty()) {
      return false;
    }
    int found = Collections.binarySearch(spans, new Span(offset, Integer.MAX_VALUE));
    int last = found >= 0 ? found : -found - 2;
    return last >= 0 && offset < spans.get(last).end();
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
    private final List<Span> drawings = new ArrayList<>();
    private int paragraph;
    private int strokes;

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
      endParagraph(text.length());
      int[] ends = new int[size];
      for (int i = size - 1; i >= 0; i--) {
        ends[i] = i + 1 < size && sections[i] == sections[i + 1] ? ends[i + 1] : i + 1;
      }
      return new DocumentMarks(comments, drawings, Arrays.copyOf(marks, size), ends);
    }

    private void countLine(int start, int end) {
      int at = start;
      while (at < end && " \t>".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at == end || text.charAt(at) == '\r') {
        endParagraph(start);
        paragraph = end;
      }
      if (text.startsWith("```", at) || text.startsWith("~~~", at)) {
        inCode = !inCode;
      } else if (!inCode && text.startsWith("#", at)) {
        section++;
      }
      while (!inCode && at < end) {
        char c = text.charAt(at);
        if (c == '\\') {
          // Two dollars behind it close a formula all the same (Opener).
          boolean closes = at + 1 < end && Dollars.runEnd(text, at + 1) == at + 3;
          at += closes ? 0 : 1;
        } else if (c == '$') {
          int dollars = Dollars.runEnd(text, at) - at;
          strokes += dollars > LONGEST_MARK ? 1 : 0;
          if (dollars > 1) {
            add(at);
          }
          at += dollars - 1;
        }
        at++;
      }
    }

    private void endParagraph(int end) {
      if (strokes > 1) {
        drawings.add(new Span(paragraph, end));
      }
      strokes = 0;
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
