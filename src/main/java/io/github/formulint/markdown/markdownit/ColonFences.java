package io.github.formulint.markdown.markdownit;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * The lines {@code :::message}, {@code :::details} and {@code :::}, which begin and end boxes and
 * stand between paragraphs (markdown-it-container 4). What a box holds is read as if it stood
 * outside. Not thread-safe; one for each document.
 */
final class ColonFences extends AbstractBlockParserFactory {

  private static final Pattern OPENER = Pattern.compile(":{3,}\\s*(?:message|details)(?:\\s.*)?");
  private static final Pattern CLOSER = Pattern.compile(":{3,}\\s*");
  private static final int CODE_INDENT = 4;

  private int open;

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    CharSequence line = state.getLine().getContent();
    int start = state.getNextNonSpaceIndex();
    if (state.getIndent() >= CODE_INDENT || start >= line.length() || line.charAt(start) != ':') {
      return BlockStart.none();
    }
    CharSequence mark = line.subSequence(start, line.length());
    boolean opens = OPENER.matcher(mark).matches();
    if (!opens && (open == 0 || !CLOSER.matcher(mark).matches())) {
      return BlockStart.none();
    }
    open += opens ? 1 : -1;
    return BlockStart.of(new FenceLine()).atIndex(line.length());
  }

  private static final class FenceLine extends AbstractBlockParser {
    private final Block node = new CustomBlock() {};

    @Override
    public Block getBlock() {
      return node;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return BlockContinue.none();
    }
  }
}
