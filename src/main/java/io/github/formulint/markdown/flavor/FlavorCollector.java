package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.commonmark.FootnoteBlocks;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;

/** Lists the formulas in the tree of a document. Not thread-safe; one for each document. */
final class FlavorCollector {

  private final DocumentText document;
  private final FlavorReader reader;
  private final List<Formula> formulas = new ArrayList<>();

  FlavorCollector(DocumentText document, FlavorReader reader) {
    this.document = document;
    this.reader = reader;
  }

  /** Returns the reading of the document with this tree; goes over it without recursion. */
  Reading collect(Node root) {
    Node node = root;
    while (node != null) {
      visit(node);
      if (node.getFirstChild() != null && (reader.readsImages() || !(node instanceof Image))) {
        node = node.getFirstChild();
        continue;
      }
      while (node != null && node != root && node.getNext() == null) {
        node = node.getParent();
      }
      node = node == null || node == root ? null : node.getNext();
    }
    formulas.sort(Comparator.comparing(Formula::span));
    return new Reading(formulas, List.of());
  }

  private void visit(Node node) {
    if (node instanceof MathInline inline && reader.takes(inline)) {
      DollarMatch.Found match = inline.match();
      add(
          match.delimiter(),
          match.style(),
          inline.text().sourceSpan(match.start(), match.end()),
          reader.inlineTex(inline, new LineIndents(document, node)),
          node);
    } else if (node instanceof MathBlock block) {
      add(block.delimiter(), block.style(), block.span(), reader.blockTex(block), node);
    } else if (node instanceof FencedCodeBlock fence) {
      String info = fence.getInfo() == null ? "" : fence.getInfo();
      if (reader.isMathFence(info)) {
        addFence(fence);
      }
    }
  }

  private void addFence(FencedCodeBlock fence) {
    List<SourceSpan> spans = fence.getSourceSpans();
    SourceSpan last = spans.get(spans.size() - 1);
    Span span = new Span(document.startOf(spans.get(0)), document.startOf(last) + last.getLength());
    boolean closed = fence.getClosingFenceLength() != null && spans.size() > 1;
    List<SourceLine> lines = new ArrayList<>();
    int next = spans.get(0).getLineIndex() + 1;
    for (SourceSpan line : spans.subList(1, spans.size() - (closed ? 1 : 0))) {
      // The parser keeps no span of a blank line.
      for (; next < line.getLineIndex(); next++) {
        lines.add(SourceLine.of("", null));
      }
      lines.add(withoutIndent(line, fence.getFenceIndent()));
      next++;
    }
    for (; closed && next < last.getLineIndex(); next++) {
      lines.add(SourceLine.of("", null));
    }
    // A line end stands before the first line.
    SourceSpan opener = spans.get(0);
    lines.add(0, SourceLine.of("", opener.subSpan(opener.getLength())));
    MappedText text = ParsedText.of(document, lines);
    MappedText body = lines.size() == 1 ? text : text.slice(1);
    add(Delimiter.MATH_FENCE, MathStyle.DISPLAY, span, reader.fenceTex(body), fence);
  }

  /** A line of code loses as many spaces as stand before the fence (CommonMark 0.31.2, 4.5). */
  private SourceLine withoutIndent(SourceSpan span, int indent) {
    int start = document.startOf(span);
    int skipped = 0;
    while (skipped < Math.min(indent, span.getLength()) && document.at(start + skipped) == ' ') {
      skipped++;
    }
    SourceSpan rest = span.subSpan(skipped);
    return SourceLine.of(
        document.text().substring(start + skipped, start + span.getLength()), rest);
  }

  private void add(Delimiter delimiter, MathStyle style, Span span, MappedText tex, Node node) {
    if (span.isEmpty()) {
      return;
    }
    Span found = tex.sourceSpan(0, tex.length());
    int start = Math.max(span.start(), Math.min(found.start(), span.end()));
    int end = Math.max(start, Math.min(found.end(), span.end()));
    formulas.add(
        new Formula(
            delimiter,
            style,
            span,
            new Span(start, end),
            tex.toString(),
            tex.offsets(0, tex.length()),
            contextOf(node)));
  }

  private static FormulaContext contextOf(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof TableCell) {
        return FormulaContext.TABLE_CELL;
      } else if (at instanceof Heading) {
        return FormulaContext.HEADING;
      } else if (at instanceof ListItem) {
        return FormulaContext.LIST;
      } else if (at instanceof BlockQuote) {
        return FormulaContext.QUOTE;
      } else if (at instanceof FootnoteBlocks.Footnote) {
        return FormulaContext.FOOTNOTE;
      }
    }
    return FormulaContext.PARAGRAPH;
  }
}
