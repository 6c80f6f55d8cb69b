package io.github.formulint.markdown.marked;

import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.Columns;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Text that looks like indented code: in a list item marked adds indented lines to the text before
 * them, and with them all that follow, over blank lines too ({@code blockTokens} in Lexer.ts of
 * marked 18: code cannot interrupt text). Where text itself ends in such a line, what stands behind
 * a blank line is text.
 */
final class MarkedListText extends AbstractBlockParserFactory {

  /** Columns of white space that make indented code (CommonMark 0.31.2, section 4.4). */
  private static final int CODE_INDENT = 4;

  private final DocumentText document;

  MarkedListText(DocumentText document) {
    this.document = document;
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    Block container = matched.getMatchedBlockParser().getBlock();
    boolean follows =
        !state.isBlank()
            && state.getIndent() >= CODE_INDENT
            && container instanceof ListItem
            && container.getLastChild() instanceof Paragraph
            && !(state.getActiveBlockParser().getBlock() instanceof Paragraph)
            && endsIndented(container.getLastChild(), state.getColumn());
    return follows
        ? BlockStart.of(new TextParser()).atIndex(state.getNextNonSpaceIndex())
        : BlockStart.none();
  }

  private boolean endsIndented(Node paragraph, int itemColumn) {
    List<SourceSpan> lines = paragraph.getSourceSpans();
    if (lines.size() < 2) {
      return false;
    }
    int start = document.startOf(lines.get(lines.size() - 1));
    while (document.at(start) == ' ' || document.at(start) == '\t') {
      start++;
    }
    return Columns.at(document, start) >= itemColumn + CODE_INDENT;
  }

  private static final class TextParser extends AbstractBlockParser {
    private final Paragraph block = new Paragraph();
    private final List<SourceLine> lines = new ArrayList<>();

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return state.isBlank() || state.getIndent() >= CODE_INDENT
          ? BlockContinue.atIndex(state.getIndex())
          : BlockContinue.none();
    }

    @Override
    public void addLine(SourceLine line) {
      if (!line.getContent().toString().isBlank()) {
        lines.add(line);
      }
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
      inlineParser.parse(SourceLines.of(lines), block);
    }
  }
}
