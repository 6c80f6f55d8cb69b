package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.commonmark.Contexts;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

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
    if (node instanceof MathInline inline && reader.takes(inline, document)) {
      DollarMatch.Found match = inline.match();
      add(
          match.delimiter(),
          reader.inlineStyle(inline),
          inline.text().sourceSpan(match.start(), match.end()),
          reader.inlineTex(inline, new LineIndents(document, node, reader.laziness())),
          node);
    } else if (node instanceof MathBlock block) {
      add(block.delimiter(), block.style(), block.span(), reader.blockTex(block), node);
    } else if (node instanceof FencedCodeBlock fence) {
      String info = fence.getInfo() == null ? "" : fence.getInfo();
      if (reader.isMathFence(info)) {
        FencedFormula.of(document, fence, reader::fenceTex, reader::openFenceTex)
            .ifPresent(formulas::add);
      }
    }
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
            Contexts.of(node)));
  }
}
