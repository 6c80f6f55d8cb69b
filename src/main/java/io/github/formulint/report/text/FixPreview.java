package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines that edits change, before or after them: of the first the part around the first edit,
 * of the others their beginning. What it costs grows with the number of edits, not with the length
 * of the lines. For one use.
 */
final class FixPreview {

  /**
   * A line of a preview.
   *
   * @param part what is shown of it
   * @param marks what the edits change in it, in UTF-16 offsets into the part
   */
  record Line(LinePart part, List<Span> marks) {}

  private final SourceFile document;
  private final List<Line> lines = new ArrayList<>();
  private List<Span> marks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int start;
  private int room;
  private boolean isCut;
  private boolean isMarking;

  private FixPreview(SourceFile document) {
    this.document = document;
  }

  /**
   * Returns the lines as they stand before edits, with what those replace marked.
   *
   * @param document the document before the edits
   * @param lines the span of the lines
   * @param edits the edits, sorted, none of them outside the lines
   */
  static List<Line> before(SourceFile document, Span lines, List<Edit> edits) {
    FixPreview preview = new FixPreview(document);
    int copied = preview.begin(lines, edits);
    for (Edit edit : edits) {
      Span changed = Change.of(document, edit).before();
      preview.copy(copied, changed.start());
      preview.isMarking = true;
      preview.copy(changed.start(), changed.end());
      preview.isMarking = false;
      copied = changed.end();
    }
    preview.copy(copied, lines.end());
    preview.endLine();
    return preview.lines;
  }

  /**
   * Returns the lines as they stand once edits are made, with what those bring marked.
   *
   * @param document the document before the edits
   * @param lines the span of the lines
   * @param edits the edits to make, sorted, none of them outside the lines
   */
  static List<Line> after(SourceFile document, Span lines, List<Edit> edits) {
    FixPreview preview = new FixPreview(document);
    int copied = preview.begin(lines, edits);
    for (Edit edit : edits) {
      Change change = Change.of(document, edit);
      preview.copy(copied, change.before().start());
      preview.isMarking = true;
      preview.type(change.after());
      preview.isMarking = false;
      copied = change.before().end();
    }
    preview.copy(copied, lines.end());
    preview.endLine();
    return preview.lines;
  }

  /** Returns from where to copy. */
  private int begin(Span all, List<Edit> edits) {
    int from = Math.max(all.start(), edits.get(0).span().start() - LinePart.REACH);
    start = from - all.start();
    room = 2 * LinePart.REACH;
    return from;
  }

  /**
   * What differs between the text that an edit replaces and the one it brings.
   *
   * @param before where it stands
   * @param after what comes there
   */
  private record Change(Span before, String after) {

    static Change of(SourceFile document, Edit edit) {
      String text = document.text();
      String replacement = edit.replacement();
      int from = edit.span().start();
      int to = edit.span().end();
      int start = 0;
      int end = replacement.length();
      while (from < to && start < end && text.charAt(from) == replacement.charAt(start)) {
        from++;
        start++;
      }
      while (from < to && start < end && text.charAt(to - 1) == replacement.charAt(end - 1)) {
        to--;
        end--;
      }
      return new Change(new Span(from, to), replacement.substring(start, end));
    }
  }

  /** Appends what stands in the document, without looking at what is not shown of it. */
  private void copy(int from, int to) {
    LineIndex index = document.lines();
    int at = from;
    while (at < to) {
      int number = index.lineOf(at);
      int end = Math.min(to, Math.max(at, index.line(number).end()));
      append(document.text(), at, end);
      if (number == index.lineCount() || index.line(number + 1).start() > to) {
        return;
      }
      endLine();
      at = index.line(number + 1).start();
    }
  }

  private void type(String replacement) {
    LineIndex index = LineIndex.of(replacement);
    for (int number = 1; number <= index.lineCount(); number++) {
      if (number > 1) {
        endLine();
      }
      Span span = index.line(number);
      append(replacement, span.start(), span.end());
    }
  }

  private void append(String text, int from, int to) {
    int end = Math.min(to, from + room - line.length());
    if (isMarking && end > from) {
      marks.add(new Span(line.length(), line.length() + end - from));
    }
    line.append(text, from, end);
    isCut |= end < to;
  }

  private void endLine() {
    lines.add(new Line(new LinePart(line.toString(), start, start > 0, isCut), marks));
    marks = new ArrayList<>();
    line.setLength(0);
    start = 0;
    room = LinePart.REACH;
    isCut = false;
  }
}
