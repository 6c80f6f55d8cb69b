package io.github.formulint.markdown.kramdown;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads as kramdown does, with which Jekyll renders: only {@code $$…$$} is a formula, in display
 * style where it is a block of its own, inline elsewhere. A pipe outside code makes a table of the
 * lines around it.
 *
 * <p>The rules are those of kramdown 2.4 and kramdown-parser-gfm 1.1, with which the reading was
 * compared. A footnote shows only where the text refers to it. Immutable and thread-safe.
 */
public final class KramdownReader implements MarkdownReader {

  private final Dialect dialect;

  private KramdownReader(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Returns the reader of kramdown's own dialect. */
  public static KramdownReader kramdown() {
    return new KramdownReader(Dialect.KRAMDOWN);
  }

  /** Returns the reader of kramdown's GFM parser, the one Jekyll uses unless told otherwise. */
  public static KramdownReader gfm() {
    return new KramdownReader(Dialect.GFM);
  }

  @Override
  public Reading read(SourceFile document) {
    List<Formula> formulas = new ArrayList<>();
    parts(document).forEach(part -> formulas.addAll(part.formulas()));
    formulas.sort(Comparator.comparing(Formula::span));
    return new Reading(formulas, List.of());
  }

  /**
   * Returns the parts of the page that kramdown makes of a document, in no certain order.
   *
   * @param document the document
   */
  public List<PagePart> parts(SourceFile document) {
    BlockParser blocks = new BlockParser(dialect);
    Node root = blocks.parse(adapted(document));
    List<PagePart> parts = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Node node = open.pop();
      node.formula.ifPresent(
          formula ->
              parts.add(
                  new PagePart(
                      PagePart.Kind.FORMULA, node.text(), List.of(formula), node.context)));
      if (node.type == Node.Type.RAW) {
        parts.add(new PagePart(PagePart.Kind.HTML, node.text(), List.of(), node.context));
      } else if (node.type == Node.Type.TEXT) {
        SpanParser spans =
            new SpanParser(node, dialect, blocks.links(), blocks.footnotes().keySet());
        parts.add(new PagePart(PagePart.Kind.TEXT, node.text(), spans.parse(), node.context));
        spans.markers().stream()
            .filter(shown::add)
            .forEach(name -> open.push(blocks.footnotes().get(name)));
      }
      node.children.forEach(open::push);
    }
    return parts;
  }

  /** {@code adapt_source}: line feeds, and exactly one at the end. */
  private static MappedText adapted(SourceFile document) {
    String source = document.text();
    MappedText.Builder text = new MappedText.Builder();
    for (int i = document.hasByteOrderMark() ? 1 : 0; i < source.length(); i++) {
      int end = source.startsWith("\r\n", i) ? i + 2 : i + 1;
      text.append(source.charAt(i) == '\r' ? '\n' : source.charAt(i), i, end);
      i = end - 1;
    }
    if (text.length() == 0 || text.last() != '\n') {
      text.append('\n', source.length(), source.length());
    }
    return text.build();
  }
}
