package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.Contexts;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;

/** Code fences that are formulas. */
public final class FencedFormula {

  private FencedFormula() {}

  /**
   * Returns the formula of a code fence.
   *
   * @param document the document
   * @param fence the fence
   * @param tex makes the TeX from the lines
   */
  public static Optional<Formula> of(
      DocumentText document, FencedCodeBlock fence, UnaryOperator<MappedText> tex) {
    return of(document, fence, tex, UnaryOperator.identity());
  }

  /**
   * Returns the formula of a code fence that may be open to its end.
   *
   * @param document the document
   * @param fence the fence
   * @param tex makes the TeX from the lines
   * @param openTex makes the TeX from the lines if no line end stands behind the last one
   */
  public static Optional<Formula> of(
      DocumentText document,
      FencedCodeBlock fence,
      UnaryOperator<MappedText> tex,
      UnaryOperator<MappedText> openTex) {
    List<SourceSpan> spans = fence.getSourceSpans();
    SourceSpan opener = spans.get(0);
    SourceSpan last = spans.get(spans.size() - 1);
    int start = document.startOf(opener);
    while (document.at(start) == ' ' || document.at(start) == '\t') {
      start++;
    }
    Span span = new Span(start, document.startOf(last) + last.getLength());
    boolean closed = fence.getClosingFenceLength() != null && spans.size() > 1;
    List<SourceLine> lines = new ArrayList<>();
    int next = opener.getLineIndex() + 1;
    for (SourceSpan line : spans.subList(1, spans.size() - (closed ? 1 : 0))) {
      // The parser keeps no span of a blank line.
      for (; next < line.getLineIndex(); next++) {
        lines.add(SourceLine.of("", null));
      }
      lines.add(withoutIndent(document, line, fence.getFenceIndent()));
      next++;
    }
    int all = (int) fence.getLiteral().chars().filter(c -> c == '\n').count();
    while (lines.size() < all) {
      lines.add(SourceLine.of("", null));
    }
    // A line end stands before the first line.
    lines.add(0, SourceLine.of("", opener.subSpan(opener.getLength())));
    MappedText text = ParsedText.of(document, lines);
    MappedText body = lines.size() == 1 ? text : text.slice(1);
    boolean ended = closed || !body.toString().isEmpty() && span.end() < document.text().length();
    MappedText found = lines.size() == 1 ? body : ended ? tex.apply(body) : openTex.apply(body);
    Span texSpan = found.sourceSpan(0, found.length());
    int texStart = Math.max(span.start(), Math.min(texSpan.start(), span.end()));
    int texEnd = Math.max(texStart, Math.min(texSpan.end(), span.end()));
    return Optional.of(
        new Formula(
            Delimiter.MATH_FENCE,
            MathStyle.DISPLAY,
            span,
            new Span(texStart, texEnd),
            found.toString(),
            found.offsets(0, found.length()),
            Contexts.of(fence)));
  }

  /** A line of code loses as many columns as stand before the fence (CommonMark 0.31.2, 4.5). */
  private static SourceLine withoutIndent(DocumentText document, SourceSpan span, int indent) {
    int start = document.startOf(span);
    int column = Columns.at(document, start);
    int target = column + indent;
    int skipped = 0;
    while (skipped < span.getLength() && column < target) {
      char c = document.at(start + skipped);
      if (c != ' ' && c != '\t') {
        break;
      }
      column = Columns.after(column, c);
      skipped++;
    }
    String rest = document.text().substring(start + skipped, start + span.getLength());
    String left = " ".repeat(Math.max(0, column - target));
    return SourceLine.of(left + rest, span.subSpan(skipped));
  }
}
