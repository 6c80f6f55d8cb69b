package io.github.formulint.lsp;

import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Places as editors name them: lines from 0, and UTF-16 code units from the start of the line
 * (Language Server Protocol 3.17, "Position").
 */
final class Places {

  private Places() {}

  static Position position(SourceFile document, int offset) {
    LineIndex lines = document.lines();
    int line = lines.lineOf(offset);
    return new Position(line - 1, Math.max(0, offset - lines.line(line).start()));
  }

  static Range range(SourceFile document, Span span) {
    return new Range(position(document, span.start()), position(document, span.end()));
  }

  /** Returns the offset of a place; what lies behind a line, or behind the text, is its end. */
  static int offset(SourceFile document, Position position) {
    LineIndex lines = document.lines();
    if (position.getLine() >= lines.lineCount()) {
      return document.text().length();
    }
    Span line = lines.line(position.getLine() + 1);
    return Math.min(line.start() + position.getCharacter(), line.end());
  }

  static Span span(SourceFile document, Range range) {
    int start = offset(document, range.getStart());
    return new Span(start, Math.max(start, offset(document, range.getEnd())));
  }
}
