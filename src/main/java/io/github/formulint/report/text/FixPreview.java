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

  private final SourceFile document;
  private final List<LinePart> parts = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int start;
  private int room;
  private boolean isCut;

  private FixPreview(SourceFile document) {
    this.document = document;
  }

  /**
   * Returns the lines as they stand once edits are made.
   *
   * @param document the document before the edits
   * @param lines the span of the lines
   * @param edits the edits to make, sorted, none of them outside the lines; may be none
   * @param place where the first edit stands that is shown
   */
  static List<LinePart> of(SourceFile document, Span lines, List<Edit> edits, int place) {
    FixPreview preview = new FixPreview(document);
    int from = Math.max(lines.start(), place - LinePart.REACH);
    preview.start = from - lines.start();
    preview.room = 2 * LinePart.REACH;
    int copied = from;
    for (Edit edit : edits) {
      preview.copy(copied, edit.span().start());
      preview.type(edit.replacement());
      copied = edit.span().end();
    }
    preview.copy(copied, lines.end());
    preview.endLine();
    return preview.parts;
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
    line.append(text, from, end);
    isCut |= end < to;
  }

  private void endLine() {
    parts.add(new LinePart(line.toString(), start, start > 0, isCut));
    line.setLength(0);
    start = 0;
    room = LinePart.REACH;
    isCut = false;
  }
}
