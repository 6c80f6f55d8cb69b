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

  /** The part of the width that is shown before a place that is itself too long. */
  private static final int CONTEXT = 4;

  /** What stands beside a line: {@code " | "} and two signs that there is more. */
  private static final int BESIDE = 5;

  /** How many columns are shown where nothing is laid out. */
  private static final int MOST_UNFOLDED = 100;

  /** On less than this many columns nothing can be read. */
  private static final int LEAST_WIDTH = 10;

  /** Places on up to this many lines are shown in full. */
  private static final int MAX_LINES = 3;

  private static final String ELLIPSIS = "…";

  private final SourceFile document;
  private final Severity severity;
  private final Palette palette;
  private final TextLayout layout;

  Excerpt(SourceFile document, Severity severity, Palette palette, TextLayout layout) {
    this.document = document;
    this.severity = severity;
    this.palette = palette;
    this.layout = layout;
  }

  /** Returns how many columns of a source line are shown beside line numbers of a width. */
  private int room(int numberWidth) {
    return layout.isLaidOut()
        ? Math.min(LinePart.REACH, Math.max(LEAST_WIDTH, layout.width() - numberWidth - BESIDE))
        : MOST_UNFOLDED;
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
    int place = edits.get(0).span().start() - lines.start();
    List<String> preview = new ArrayList<>();
    List<FixPreview.Line> before = FixPreview.before(document, lines, edits);
    List<FixPreview.Line> after = FixPreview.after(document, lines, edits);
    int widest = Math.max(widest(before), widest(after));
    addSide(preview, before, place, width, first, '-', widest);
    addSide(preview, after, place, width, first, '+', widest);
    return preview;
  }

  /** Both sides are shown from the same column on, as if their lines were as long. */
  private static int widest(List<FixPreview.Line> lines) {
    return lines.stream()
        .mapToInt(line -> DisplayLine.of(line.part().text()).width())
        .max()
        .orElse(0);
  }

  private void addSide(
      List<String> preview,
      List<FixPreview.Line> lines,
      int place,
      int width,
      int first,
      char sign,
      int widest) {
    int number = first;
    for (FixPreview.Line line : lines) {
      LinePart part = line.part();
      DisplayLine shown = DisplayLine.of(part.text());
      int offset = number == first ? place - part.start() : 0;
      int column = shown.column(Math.min(part.text().length(), offset));
      Window window = Window.of(part, shown, column, column + 1, room(width), widest);
      String change = sign + " " + window.text(shown);
      preview.add(
          frame(String.format("%" + width + "d ", number++))
              + (sign == '-' ? palette.severity(severity, change) : palette.good(change)));
      String marks = layout.isLaidOut() ? marks(line, shown, window) : "";
      if (!marks.isEmpty()) {
        preview.add(" ".repeat(width + 3) + marks);
      }
    }
  }

  /** Returns a line of tildes under what changes; empty if nothing of it is shown. */
  private static String marks(FixPreview.Line line, DisplayLine shown, Window window) {
    StringBuilder marks = new StringBuilder();
    for (Span mark : line.marks()) {
      int from = shown.column(mark.start());
      int to = shown.endColumn(mark.end());
      if (from < window.to() && to > window.from()) {
        int start = window.column(Math.max(from, window.from()));
        marks.append(" ".repeat(Math.max(0, start - marks.length())));
        marks.append("~".repeat(Math.max(0, window.column(to) - marks.length())));
      }
    }
    return marks.toString();
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
    Window window = Window.of(part, shown, from, to, room(width), shown.width());
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

    /** Returns the columns around a place, those of a line as long as another one. */
    static Window of(
        LinePart part, DisplayLine line, int placeFrom, int placeTo, int room, int widest) {
      int from = 0;
      int to = Math.max(line.width(), placeTo);
      if (widest > room) {
        int context = room / CONTEXT;
        int place = Math.min(placeTo - placeFrom, room - context);
        from = Math.max(0, placeFrom - Math.max(context, (room - place) / 2));
        from = Math.max(0, Math.min(from, Math.max(widest, placeTo) - room));
        to = from + room;
      }
      return new Window(
          from, to, part.isCutBefore() || from > 0, part.isCutBehind() || to < line.width());
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
