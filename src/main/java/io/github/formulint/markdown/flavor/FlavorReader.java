package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.commonmark.FootnoteBlocks;
import io.github.formulint.markdown.commonmark.GfmTables;
import io.github.formulint.markdown.commonmark.MarkedInlines;
import io.github.formulint.markdown.commonmark.Parsing;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;

/** What the readers of this package share. Immutable and thread-safe, as all of them. */
public abstract class FlavorReader implements MarkdownReader {

  /** Blocks nested deeper than this are text; nobody writes them, and they cost stack. */
  private static final int MAX_OPEN_BLOCKS = 100;

  /** Emphasis and links nested deeper than this are text. */
  private static final int MAX_INLINE_NESTING = 100;

  private static final Reading NOTHING = new Reading(List.of(), List.of());

  @Override
  public final Reading read(SourceFile document) {
    String text = document.text();
    if (!MarkedInlines.hasMark(text) && !text.contains("```") && !text.contains("~~~")) {
      return NOTHING;
    }
    int mark = document.hasByteOrderMark() ? 1 : 0;
    DocumentText source = new DocumentText(text, mark);
    Parser.Builder builder = Parser.builder();
    mathBlocks(source).forEach(builder::customBlockParserFactory);
    builder
        .extensions(List.of(tables(), StrikethroughExtension.create()))
        .inlineParserFactory(MarkedInlines.factory())
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
        .maxInlineNesting(MAX_INLINE_NESTING);
    extend(builder, source);
    Node root = Parsing.parse(builder.build(), text.substring(source.parsedFrom()));
    return new FlavorCollector(source, this).collect(root);
  }

  /** Returns what makes blocks of formulas, asked in this order. */
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    return List.of();
  }

  /** Sets the parser up for what the platform reads besides formulas. */
  protected void extend(Parser.Builder builder, DocumentText document) {
    builder.customInlineContentParserFactory(new MathInlines(document, this::inlineRule));
  }

  /** Returns the rule for the dollars of a block. */
  protected abstract InlineRule inlineRule();

  /**
   * Returns the TeX of a formula in a text.
   *
   * @param formula the formula
   * @param indents the white space at the start of its lines
   */
  protected MappedText inlineTex(MathInline formula, LineIndents indents) {
    DollarMatch.Found match = formula.match();
    return formula.text().slice(match.texStart(), match.texEnd());
  }

  /**
   * Returns the TeX of a block.
   *
   * @param block the block
   */
  protected MappedText blockTex(MathBlock block) {
    return block.tex();
  }

  /** Returns whether the text that stands for an image is read. */
  protected boolean readsImages() {
    return false;
  }

  /**
   * Returns whether a formula in a text stands where the platform takes one.
   *
   * @param formula the formula
   * @param document the document
   */
  protected boolean takes(MathInline formula, DocumentText document) {
    return true;
  }

  /**
   * Returns how a formula in a text is set.
   *
   * @param formula the formula
   */
  protected MathStyle inlineStyle(MathInline formula) {
    return formula.match().style();
  }

  /**
   * Returns whether a code fence is a formula.
   *
   * @param info its info string
   */
  protected boolean isMathFence(String info) {
    return false;
  }

  /**
   * Returns the TeX of a code fence.
   *
   * @param lines its lines, without its delimiters
   */
  protected MappedText fenceTex(MappedText lines) {
    return lines;
  }

  /**
   * Returns the TeX of a code fence that nothing closes, at the end of a document that does not end
   * with its line.
   *
   * @param lines its lines, without its delimiter
   */
  protected MappedText openFenceTex(MappedText lines) {
    return lines;
  }

  /** Returns how the platform takes lines that continue a quote without its mark. */
  protected LineIndents.Laziness laziness() {
    return LineIndents.Laziness.TAKES_INDENT;
  }

  /** Returns the tables of the platform. */
  protected GfmTables tables() {
    return GfmTables.endedByFormulas();
  }

  /** Returns a factory for footnotes, for platforms that have them. */
  protected static BlockParserFactory footnotes() {
    return new FootnoteBlocks();
  }
}
