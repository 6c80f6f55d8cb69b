package io.github.formulint.markdown.remark;

import java.util.List;
import java.util.Set;
import org.commonmark.internal.BlockStartImpl;
import org.commonmark.internal.DocumentParser;
import org.commonmark.internal.ListItemParser;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Blocks of CommonMark that begin and end behind any white space. Where there is no indented code,
 * micromark has no limit of three columns for them (micromark-core-commonmark 2, {@code
 * codeIndented} disabled).
 */
final class AnyIndent implements BlockParserFactory {

  /** The deepest indent at which CommonMark lets a block begin (0.31.2, section 4.4). */
  private static final int DEEPEST = 3;

  private final BlockParserFactory blocks;

  /**
   * Makes a factory.
   *
   * @param blocks makes the blocks, but not behind all white space
   */
  AnyIndent(BlockParserFactory blocks) {
    this.blocks = blocks;
  }

  /**
   * Returns what makes blocks of CommonMark, in the same order.
   *
   * @param types the classes of their nodes
   */
  static List<BlockParserFactory> of(List<Class<? extends Block>> types) {
    // There is no other way to the blocks of the parser but through this class.
    return types.stream()
        .map(type -> DocumentParser.calculateBlockParserFactories(List.of(), Set.of(type)))
        .flatMap(List::stream)
        .<BlockParserFactory>map(AnyIndent::new)
        .toList();
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    BlockStart start = blocks.tryStart(new ShallowState(state), matched);
    if (start instanceof BlockStartImpl found) {
      BlockParser[] parsers = found.getBlockParsers();
      for (int i = 0; i < parsers.length; i++) {
        parsers[i] = withAnyIndent(parsers[i], state, found);
      }
    }
    return start;
  }

  private static BlockParser withAnyIndent(
      BlockParser parser, ParserState state, BlockStartImpl start) {
    if (parser.getBlock() instanceof FencedCodeBlock fence) {
      fence.setFenceIndent(state.getIndent());
      return new ShallowParser(parser);
    }
    if (parser.getBlock() instanceof ListItem) {
      return new ListItemParser(state.getIndent(), start.getNewColumn() - state.getColumn());
    }
    return parser.getBlock() instanceof BlockQuote ? new ShallowParser(parser) : parser;
  }

  /** The state at a line, as if its container had taken all white space but three columns. */
  private record ShallowState(ParserState state) implements ParserState {

    @Override
    public SourceLine getLine() {
      return state.getLine();
    }

    @Override
    public int getIndex() {
      return state.getIndex();
    }

    @Override
    public int getNextNonSpaceIndex() {
      return state.getNextNonSpaceIndex();
    }

    @Override
    public int getColumn() {
      return state.getColumn() + state.getIndent() - getIndent();
    }

    @Override
    public int getIndent() {
      return Math.min(state.getIndent(), DEEPEST);
    }

    @Override
    public boolean isBlank() {
      return state.isBlank();
    }

    @Override
    public BlockParser getActiveBlockParser() {
      return state.getActiveBlockParser();
    }
  }

  /** A block whose marks may stand behind any white space on each of its lines. */
  private record ShallowParser(BlockParser parser) implements BlockParser {

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return parser.tryContinue(new ShallowState(state));
    }

    @Override
    public boolean isContainer() {
      return parser.isContainer();
    }

    @Override
    public boolean canHaveLazyContinuationLines() {
      return parser.canHaveLazyContinuationLines();
    }

    @Override
    public boolean canContain(Block child) {
      return parser.canContain(child);
    }

    @Override
    public Block getBlock() {
      return parser.getBlock();
    }

    @Override
    public void addLine(SourceLine line) {
      parser.addLine(line);
    }

    @Override
    public void addSourceSpan(SourceSpan span) {
      parser.addSourceSpan(span);
    }

    @Override
    public List<DefinitionMap<?>> getDefinitions() {
      return parser.getDefinitions();
    }

    @Override
    public void closeBlock() {
      parser.closeBlock();
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
      parser.parseInlines(inlineParser);
    }
  }
}
