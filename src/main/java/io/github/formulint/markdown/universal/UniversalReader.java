package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.commonmark.DocumentMarks;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.commonmark.FootnoteBlocks;
import io.github.formulint.markdown.commonmark.FrontMatter;
import io.github.formulint.markdown.commonmark.MarkedInlines;
import io.github.formulint.markdown.commonmark.Parsing;
import io.github.formulint.source.SourceFile;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Finds what authors mean as a formula, whether or not a certain platform takes it for one:
 * CommonMark with the extensions of GitHub, footnotes and front matter, and every usual pair of
 * delimiters. Immutable and thread-safe.
 */
public final class UniversalReader implements MarkdownReader {

  /** Blocks nested deeper than this are text; nobody writes them, and they cost stack. */
  private static final int MAX_OPEN_BLOCKS = 100;

  /** Emphasis and links nested deeper than this are text. */
  private static final int MAX_INLINE_NESTING = 100;

  private static final Reading NOTHING = new Reading(List.of(), List.of());

  @Override
  public Reading read(SourceFile document) {
    String text = document.text();
    int start = FrontMatter.endOf(text, document.hasByteOrderMark() ? 1 : 0);
    if (!MarkedInlines.hasMark(text) && !FormulaCollector.mayHoldFence(text)) {
      return NOTHING;
    }
    DocumentText source = new DocumentText(text, start, DocumentMarks.of(text));
    Parser parser =
        Parser.builder()
            // Asked before the tables of the extension.
            .customBlockParserFactory(new MathBlocks(source))
            .customBlockParserFactory(new FootnoteBlocks())
            .customBlockParserFactory(new AdmonitionBlocks())
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .customInlineContentParserFactory(new MathInlines(source))
            .customInlineContentParserFactory(new LiteralElements(source))
            .inlineParserFactory(MarkedInlines.factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
            .maxInlineNesting(MAX_INLINE_NESTING)
            .build();
    Node root = Parsing.parse(parser, text.substring(start));
    return new FormulaCollector(source).collect(root);
  }
}
