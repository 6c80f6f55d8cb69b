package io.github.formulint.report.text;

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
    int place = edits.get(0).span().start();
    List<String> preview = new ArrayList<>();
    List<LinePart> before = FixPreview.of(document, lines, List.of(), place);
    List<LinePart> after = FixPreview.of(document, lines, edits, place);
    addSide(preview, before, place - lines.start(), width, first, '-');
    addSide(preview, after, place - lines.start(), width, first, '+');
    return preview;
  }

  private void addSide(
      List<String> preview, List<LinePart> parts, int place, int width, int first, char sign) {
    int number = first;
    for (LinePart part : parts) {
      DisplayLine shown = DisplayLine.of(part.text());
      int offset = number == first ? place - part.start() : 0;
      int column = shown.column(Math.min(part.text().length(), offset));
      String change = sign + " " + Window.of(part, shown, column, column + 1).text(shown);
      preview.add(
          frame(String.format("%" + width + "d ", number++))
              + (sign == '-' ? palette.severity(severity, change) : palette.good(change)));
    }
  }

  private void addLine(List<String> lines, int number, Span span, int width) {
    Span line = document.lines().line(number);
    boolean isContinued = span.start() < line.start();
    int place = isContinued ? firstLetter(line) : Math.min(span.start(), line.end());
    LinePart part = LinePart.around(document.text(), line.start(), line.end(), place);
    DisplayLine shown = DisplayLine.of(part.text());
    int partStart = line.start() + part.start();
    int from = shown.column(place - partStart);
    int to = Math.max(from + 1, shown.endColumn(Math.min(line.end(), span.end()) - partStart));
    Window window = Window.of(part, shown, from, to);
    lines.add(frame(String.format("%" + width + "d |", number)) + " " + window.text(shown));
    if (!part.text().isBlank() || span.isEmpty()) {
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

  /** Returns where a line has its first letter that is no white space; its start if it has none. */
  private int firstLetter(Span line) {
    int at = line.start();
    while (at < line.end() && Character.isWhitespace(document.text().charAt(at))) {
      at++;
    }
    return at == line.end() ? line.start() : at;
  }

  /**
   * The columns of a line that are shown.
   *
   * @param from first column
   * @param to column behind the last
   * @param hasMoreBefore whether the line has more before them
   * @param hasMoreBehind whether the line has more behind them
   */
  private record Window(int from, int to, boolean hasMoreBefore, boolean hasMoreBehind) {

    static Window of(LinePart part, DisplayLine line, int placeFrom, int placeTo) {
      int width = line.width();
      int from = 0;
      int to = Math.max(width, placeTo);
      if (width > MAX_WIDTH) {
        int place = Math.min(placeTo - placeFrom, MAX_WIDTH - CONTEXT);
        from = Math.max(0, placeFrom - Math.max(CONTEXT, (MAX_WIDTH - place) / 2));
        from = Math.max(0, Math.min(from, width - MAX_WIDTH));
        to = from + MAX_WIDTH;
      }
      return new Window(from, to, part.isCutBefore() || from > 0, part.isCutBehind() || to < width);
    }

    String text(DisplayLine line) {
      return (hasMoreBefore ? ELLIPSIS : "")
          + line.text(from, to)
          + (hasMoreBehind ? ELLIPSIS : "");
    }

    /** Returns where a column of the line is shown. */
    int column(int column) {
      return Math.min(column, to) - from + (hasMoreBefore ? 1 : 0);
    }
  }
}
