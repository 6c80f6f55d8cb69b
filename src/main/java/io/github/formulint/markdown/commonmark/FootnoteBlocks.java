package io.github.formulint.markdown.commonmark;

import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * The text of footnotes, {@code [^label]: text}, as GitHub has them: it goes on with lines that are
 * indented by four columns. The extension of commonmark-java that can be had was built for an older
 * parser and does not run with this one.
 */
public final class FootnoteBlocks extends AbstractBlockParserFactory {

  /** Makes the factory. */
  public FootnoteBlocks() {}

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    if (state.getIndent() >= IndentedTextParser.INDENT) {
      return BlockStart.none();
    }
    int end = labelEnd(state.getLine().getContent(), state.getNextNonSpaceIndex());
    return end < 0
        ? BlockStart.none()
        : BlockStart.of(new IndentedTextParser(new Footnote())).atIndex(end);
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
  public static final class Footnote extends CustomBlock {}
}
