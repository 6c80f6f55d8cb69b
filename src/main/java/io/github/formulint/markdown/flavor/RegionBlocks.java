package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.Optional;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Blocks that a rule finds by looking ahead in the document; without a closer there is no block.
 */
public final class RegionBlocks extends AbstractBlockParserFactory {

  /** Columns of white space that make indented code (CommonMark 0.31.2, section 4.4). */
  private static final int CODE_INDENT = 4;

  /**
   * A block.
   *
   * @param style inline or display
   * @param span the block with its delimiters
   * @param tex its TeX
   */
  public record Region(MathStyle style, Span span, MappedText tex) {}

  /** The container of a block. */
  public enum Container {
    /** A quote. */
    QUOTE,
    /** A list item or the document. */
    OTHER
  }

  /** Finds blocks. Not thread-safe; one for each document. */
  public interface RegionRule {

    /**
     * Returns whether a block may begin at the first character of a line.
     *
     * @param state the state of the parser at the line
     */
    default boolean mayBegin(ParserState state) {
      String line = state.getLine().getContent().toString();
      return state.getIndent() < CODE_INDENT
          && line.startsWith("$$", state.getNextNonSpaceIndex())
          && !(state.getActiveBlockParser().getBlock() instanceof Paragraph);
    }

    /**
     * Returns the block that begins at an offset of the document.
     *
     * @param start offset of the first dollar, the first character of a line behind its marks of
     *     its containers
     * @param container where it stands
     */
    Optional<Region> at(int start, Container container);

    /**
     * Returns the block that begins at an offset of the document, for rules that look at each
     * container.
     *
     * @param start offset of the first character of a line behind the marks of its containers and
     *     behind white space
     * @param container the innermost container
     */
    default Optional<Region> at(int start, Node container) {
      return at(start, container instanceof BlockQuote ? Container.QUOTE : Container.OTHER);
    }
  }

  private final DocumentText document;
  private final RegionRule rule;

  /**
   * Makes the factory.
   *
   * @param document the document that is parsed
   * @param rule finds the blocks
   */
  public RegionBlocks(DocumentText document, RegionRule rule) {
    this.document = document;
    this.rule = rule;
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    if (state.getActiveBlockParser() instanceof RegionParser open && open.goesOn()) {
      return BlockStart.of(new RestParser(open)).atIndex(state.getIndex());
    }
    int start = state.getNextNonSpaceIndex();
    if (!rule.mayBegin(state)) {
      return BlockStart.none();
    }
    int offset = document.startOf(state.getLine().getSourceSpan()) + start;
    Optional<Region> region = rule.at(offset, matched.getMatchedBlockParser().getBlock());
    return region.isPresent()
        ? BlockStart.of(new RegionParser(document, region.get())).atIndex(start)
        : BlockStart.none();
  }

  /** Passes over the lines of a block. */
  private static final class RegionParser extends AbstractBlockParser {
    private final MathBlock block = new MathBlock();
    private final DocumentText document;
    private final int end;
    private int seen;

    RegionParser(DocumentText document, Region region) {
      this.document = document;
      this.end = region.span().end();
      block.fill(region.span(), region.tex());
      if (region.style() == MathStyle.INLINE) {
        block.setInline();
      } else if (region.tex().length() > 0
          && region.tex().sourceStart(0) == region.span().start()) {
        block.setEnvironment();
      }
    }

    boolean goesOn() {
      return seen < end;
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public boolean canHaveLazyContinuationLines() {
      return goesOn();
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return goesOn() ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
    }

    @Override
    public void addLine(SourceLine line) {
      if (line.getSourceSpan() != null) {
        int start = document.startOf(line.getSourceSpan());
        seen = Math.max(seen, start + line.getSourceSpan().getLength());
      }
    }
  }

  /** Passes over lines of a block in another container. */
  private static final class RestParser extends AbstractBlockParser {
    private final Block node = new CustomBlock() {};
    private final RegionParser region;

    RestParser(RegionParser region) {
      this.region = region;
    }

    @Override
    public Block getBlock() {
      return node;
    }

    @Override
    public boolean canHaveLazyContinuationLines() {
      return region.goesOn();
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return region.goesOn() ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
    }

    @Override
    public void addLine(SourceLine line) {
      region.addLine(line);
    }
  }
}
