package io.github.formulint.markdown.commonmark;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A block whose text is indented by four columns. */
public final class IndentedTextParser extends AbstractBlockParser {
  /** How far the text is indented, in columns. */
  public static final int INDENT = 4;

  private final Block block;

  /** Makes a block without a meaning of its own. */
  public IndentedTextParser() {
    this(new CustomBlock() {});
  }

  /**
   * Makes a block.
   *
   * @param block its node in the tree
   */
  public IndentedTextParser(Block block) {
    this.block = block;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block child) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
    return state.getIndent() >= INDENT
        ? BlockContinue.atColumn(state.getColumn() + INDENT)
        : BlockContinue.none();
  }
}
