package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.CharacterReferences;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.GfmTables;
import io.github.formulint.markdown.commonmark.Parsing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The HTML page that CommonMark makes of a document, with tables and {@code ~~strikethrough~~} of
 * GFM and raw HTML left as it is, each character with its place in the source. Immutable.
 */
final class RenderedPage {

  private static final Extension STRIKETHROUGH =
      StrikethroughExtension.builder().requireTwoTildes(true).build();

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(GfmTables.create(), STRIKETHROUGH))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private static final Parser INLINE_PARSER =
      Parser.builder()
          .extensions(List.of(STRIKETHROUGH))
          .enabledBlockTypes(Set.of())
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private final MappedText html;
  private final List<int[]> rawBlocks;

  private RenderedPage(MappedText html, List<int[]> rawBlocks) {
    this.html = html;
    this.rawBlocks = rawBlocks;
  }

  /**
   * Renders a document.
   *
   * @param markdown the document, without byte order mark
   */
  static RenderedPage of(MappedText markdown) {
    return of(markdown, PARSER);
  }

  /**
   * Renders the text of one block.
   *
   * @param markdown its text, in which nothing begins a block
   */
  static RenderedPage ofInlines(MappedText markdown) {
    return of(markdown, INLINE_PARSER);
  }

  private static RenderedPage of(MappedText markdown, Parser parser) {
    HtmlSink sink = new HtmlSink();
    List<int[]> rawBlocks = new ArrayList<>();
    HtmlRenderer.builder()
        .extensions(List.of(TablesExtension.create(), STRIKETHROUGH))
        .nodeRendererFactory(
            context -> new MappedNodeRenderer(context.getWriter(), markdown, sink, rawBlocks))
        .build()
        .render(Parsing.parse(parser, markdown.toString()), sink);
    return new RenderedPage(sink.html(), rawBlocks);
  }

  /** Returns the page of HTML that something else made of a document. */
  static RenderedPage ofHtml(MappedText html) {
    return new RenderedPage(html, List.of());
  }

  /** Returns the HTML. */
  MappedText html() {
    return html;
  }

  /** Returns the page with other HTML in the place of this one's, such as maths put back. */
  RenderedPage withHtml(MappedText changed) {
    return new RenderedPage(changed, List.of());
  }

  /** Returns the page as a browser's tree. */
  Document tree() {
    return org.jsoup.parser.Parser.htmlParser()
        .setTrackPosition(true)
        .parseInput(html.toString(), "");
  }

  /** Returns the text of a text node of {@link #tree()}. */
  MappedText textOf(TextNode node) {
    String text = node.getWholeText();
    if (!node.sourceRange().isTracked()) {
      return MappedText.EMPTY;
    }
    int start = node.sourceRange().startPos();
    int end = Math.min(html.length(), node.sourceRange().endPos());
    return CharacterReferences.inHtml(html.slice(start, end), text);
  }

  /** Returns where in the source a node of {@link #tree()} begins. */
  int sourceStart(Node node) {
    return html.sourceStart(Math.min(html.length(), Math.max(0, node.sourceRange().startPos())));
  }

  /** The blocks are in order and do not overlap. */
  private boolean isInRawBlock(int place) {
    int low = 0;
    int high = rawBlocks.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (place < rawBlocks.get(middle)[0]) {
        high = middle - 1;
      } else if (place >= rawBlocks.get(middle)[1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Returns where in the document a text node stands. */
  FormulaContext contextOf(TextNode node) {
    if (isInRawBlock(node.sourceRange().startPos())) {
      return FormulaContext.HTML;
    }
    for (Node parent = node.parentNode(); parent != null; parent = parent.parentNode()) {
      if (parent instanceof Element element) {
        switch (element.normalName()) {
          case "td", "th":
            return FormulaContext.TABLE_CELL;
          case "li":
            return FormulaContext.LIST;
          case "blockquote":
            return FormulaContext.QUOTE;
          case "h1", "h2", "h3", "h4", "h5", "h6":
            return FormulaContext.HEADING;
          default:
            break;
        }
      }
    }
    return FormulaContext.PARAGRAPH;
  }
}
