package io.github.formulint.suppression;

import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.commonmark.FrontMatter;
import io.github.formulint.markdown.commonmark.Parsing;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Where a document has code, in which nothing is a remark, and what a remark holds for as one. */
final class Blocks extends AbstractVisitor {

  private static final int MAX_NESTING = 100;

  private final DocumentText text;
  private final int bodyStart;
  private final TreeMap<Integer, Integer> code = new TreeMap<>();

  /** Tables and blocks of HTML: where their first line starts, and their end. */
  private final TreeMap<Integer, Integer> wholes = new TreeMap<>();

  /** The outermost blocks: where their first line starts, and their end. */
  private final TreeMap<Integer, Integer> tops = new TreeMap<>();

  Blocks(SourceFile document) {
    this.bodyStart = FrontMatter.endOf(document.text(), document.hasByteOrderMark() ? 1 : 0);
    this.text = new DocumentText(document.text(), bodyStart);
    Parser parser =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();
    Node root = Parsing.parse(parser, document.text().substring(bodyStart));
    root.accept(this);
    for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (!spans.isEmpty()) {
        SourceSpan last = spans.get(spans.size() - 1);
        tops.put(text.startOf(spans.get(0)), text.startOf(last) + last.getLength());
      }
    }
  }

  /** Returns the outermost block that holds an offset, or the offset alone. */
  Span topAround(int offset) {
    Map.Entry<Integer, Integer> before = tops.floorEntry(offset);
    if (before != null && offset <= before.getValue()) {
      return new Span(before.getKey(), before.getValue());
    }
    // A line may begin with spaces that belong to no block.
    Map.Entry<Integer, Integer> behind = tops.ceilingEntry(offset);
    return behind == null ? Span.at(offset) : new Span(offset, behind.getValue());
  }

  /** Returns the offset behind the front matter. */
  int bodyStart() {
    return bodyStart;
  }

  /** Returns whether an offset lies in code. */
  boolean isInCode(int offset) {
    Map.Entry<Integer, Integer> before = code.floorEntry(offset);
    return before != null && offset < before.getValue();
  }

  /** Returns the end of the table or block of HTML that starts on a line, or the line's end. */
  int endOfWhole(Span line) {
    int end = line.end();
    for (int each : wholes.subMap(line.start(), true, line.end(), true).values()) {
      end = Math.max(end, each);
    }
    return end;
  }

  /** Returns the table that holds an offset. */
  List<Span> wholesAround(int offset) {
    List<Span> found = new ArrayList<>();
    Map.Entry<Integer, Integer> before = wholes.floorEntry(offset);
    if (before != null && offset < before.getValue()) {
      found.add(new Span(before.getKey(), before.getValue()));
    }
    return found;
  }

  @Override
  public void visit(Code node) {
    node.getSourceSpans().forEach(this::addCode);
  }

  @Override
  public void visit(FencedCodeBlock node) {
    node.getSourceSpans().forEach(this::addCode);
  }

  @Override
  public void visit(IndentedCodeBlock node) {
    node.getSourceSpans().forEach(this::addCode);
  }

  @Override
  public void visit(HtmlBlock node) {
    addWhole(node);
  }

  @Override
  public void visit(CustomBlock node) {
    if (node instanceof TableBlock) {
      addWhole(node);
    }
    visitChildren(node);
  }

  private void addCode(SourceSpan span) {
    int start = text.startOf(span);
    code.merge(start, start + span.getLength(), Math::max);
  }

  private void addWhole(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return;
    }
    int start = text.startOf(spans.get(0));
    int end =
        spans.stream()
            .map(span -> text.startOf(span) + span.getLength())
            .max(Comparator.naturalOrder())
            .orElse(start);
    wholes.merge(start, end, Math::max);
  }
}
