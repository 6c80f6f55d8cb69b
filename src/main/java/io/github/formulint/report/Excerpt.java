package io.github.formulint.report;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The source lines of a place with carets right under it. Of a place on many lines the first and
 * the last are shown; of a long line the part around the place.
 */
final class Excerpt {

  /** How many columns of a source line are shown at most. */
  static final int MAX_WIDTH = 100;

  /** How many columns are shown before a place that is itself too long. */
  private static final int CONTEXT = 24;

  /** Places on up to this many lines are shown in full. */
  private static final int MAX_LINES = 3;

  private static final String ELLIPSIS = "…";

  private final SourceFile document;
  private final Severity severity;
  private final Palette palette;

  Excerpt(SourceFile document, Severity severity, Palette palette) {
    this.document = document;
    this.severity = severity;
    this.palette = palette;
  }

  /**
   * Returns how many columns the line numbers of a place take.
   *
   * @param span the place
   */
  int numberWidth(Span span) {
    return Integer.toString(lastLine(span)).length();
  }

  /**
   * Returns the lines to print, without line endings.
   *
   * @param span the place, in UTF-16 offsets into the source
   */
  List<String> lines(Span span) {
    int first = document.lines().lineOf(span.start());
    int last = lastLine(span);
    int width = numberWidth(span);
    List<String> lines = new ArrayList<>();
    lines.add(frame(" ".repeat(width) + " |"));
    for (int line = first; line <= last; line++) {
      if (line > first && line < last && last - first >= MAX_LINES) {
        lines.add(frame(".".repeat(3)));
        line = last - 1;
        continue;
      }
      addLine(lines, line, span, width);
    }
    return lines;
  }

  /**
   * Returns what a fix changes, as a small diff: the lines of its first to its last edit, or of its
   * first alone if those are many.
   *
   * @param fix the fix
   * @param width how many columns the line numbers take
   */
  List<String> preview(Fix fix, int width) {
    LineIndex index = document.lines();
    int first = index.lineOf(fix.span().start());
    int last = index.lineOf(fix.span().end());
    List<Edit> edits = fix.edits();
    if (last - first >= MAX_LINES) {
      Edit edit = edits.get(0);
      edits = List.of(edit);
      last = index.lineOf(edit.span().end());
    }
    Span lines = new Span(index.line(first).start(), index.line(last).end());
    String before = lines.of(document.text());
    StringBuilder after = new StringBuilder(before);
    for (int i = edits.size() - 1; i >= 0; i--) {
      Span span = edits.get(i).span();
      int end = Math.min(lines.end(), span.end());
      after.replace(span.start() - lines.start(), end - lines.start(), edits.get(i).replacement());
    }
    int place = edits.get(0).span().start() - lines.start();
    List<String> preview = new ArrayList<>();
    addSide(preview, before, place, width, first, '-');
    addSide(preview, after.toString(), place, width, first, '+');
    return preview;
  }

  private void addSide(
      List<String> preview, String text, int place, int width, int first, char sign) {
    int start = 0;
    int number = first;
    for (String line : text.split("\\R", -1)) {
      DisplayLine shown = DisplayLine.of(line);
      int column = shown.column(Math.max(0, Math.min(line.length(), place - start)));
      Window window = Window.of(shown.width(), column, column + 1);
      String change = sign + " " + window.text(shown);
      preview.add(
          frame(String.format("%" + width + "d ", number++))
              + (sign == '-' ? palette.severity(severity, change) : palette.good(change)));
      start += line.length() + 1;
    }
  }

  private void addLine(List<String> lines, int number, Span span, int width) {
    Span line = document.lines().line(number);
    String text = line.of(document.text());
    DisplayLine shown = DisplayLine.of(text);
    int start = Math.max(0, span.start() - line.start());
    int end = Math.min(line.length(), span.end() - line.start());
    if (span.start() < line.start()) {
      start = leadingBlanks(text);
    }
    int from = shown.column(start);
    int to = Math.max(from + 1, shown.endColumn(end));
    Window window = Window.of(shown.width(), from, to);
    lines.add(frame(String.format("%" + width + "d |", number)) + " " + window.text(shown));
    if (!text.isBlank() || span.isEmpty()) {
      lines.add(
          frame(" ".repeat(width) + " |")
              + " "
              + " ".repeat(window.column(from))
              + palette.severity(severity, "^".repeat(window.column(to) - window.column(from))));
    }
  }

  private String frame(String text) {
    return palette.frame(text);
  }

  private int lastLine(Span span) {
    LineIndex lines = document.lines();
    int last = lines.lineOf(span.end());
    int first = lines.lineOf(span.start());
    boolean endsBeforeText = span.end() <= lines.line(last).start();
    return last > first && endsBeforeText ? last - 1 : last;
  }

  private static int leadingBlanks(String text) {
    int blanks = 0;
    while (blanks < text.length() && Character.isWhitespace(text.charAt(blanks))) {
      blanks++;
    }
    return blanks == text.length() ? 0 : blanks;
  }

  /**
   * The part of a line that is shown.
   *
   * @param from first column
   * @param to column behind the last
   * @param width columns of the whole line
   */
  private record Window(int from, int to, int width) {

    static Window of(int width, int placeFrom, int placeTo) {
      if (width <= MAX_WIDTH) {
        return new Window(0, Math.max(width, placeTo), width);
      }
      int place = Math.min(placeTo - placeFrom, MAX_WIDTH - CONTEXT);
      int from = Math.max(0, placeFrom - Math.max(CONTEXT, (MAX_WIDTH - place) / 2));
      from = Math.max(0, Math.min(from, width - MAX_WIDTH));
      return new Window(from, from + MAX_WIDTH, width);
    }

    String text(DisplayLine line) {
      return (from > 0 ? ELLIPSIS : "") + line.text(from, to) + (to < width ? ELLIPSIS : "");
    }

    /** Returns where a column of the line is shown. */
    int column(int column) {
      return Math.min(column, to) - from + (from > 0 ? 1 : 0);
    }
  }
}
