package io.github.formulint.markdown.commonmark;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * The text of footnotes, {@code [^label]: text}, as GitHub has them: it goes on with lines that are
 * indented by four columns. The extension of commonmark-java that can be had was built for an older
 * parser and does not run with this one.
 */
final class FootnoteBlocks extends AbstractBlockParserFactory {

  private static final int INDENT = 4;

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    if (state.getIndent() >= INDENT) {
      return BlockStart.none();
    }
    int end = labelEnd(state.getLine().getContent(), state.getNextNonSpaceIndex());
    return end < 0 ? BlockStart.none() : BlockStart.of(new Parser()).atIndex(end);
  }

  /** Returns the offset behind {@code [^label]:}, or -1 if the line does not begin with it. */
  private static int labelEnd(CharSequence line, int start) {
    boolean opens =
        start + 4 < line.length() && line.charAt(start) == '[' && line.charAt(start + 1) == '^';
    if (!opens) {
      return -1;
    }
    int label = start + 2;
    int end = label;
    while (end < line.length() && line.charAt(end) != ']' && line.charAt(end) > ' ') {
      end++;
    }
    boolean closes =
        end > label
            && end + 1 < line.length()
            && line.charAt(end) == ']'
            && line.charAt(end + 1) == ':';
    return closes ? end + 2 : -1;
  }

  /** The text of a footnote in the tree of a document. */
  static final class Footnote extends CustomBlock {}

  private static final class Parser extends AbstractBlockParser {
    private final Footnote block = new Footnote();

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
}
