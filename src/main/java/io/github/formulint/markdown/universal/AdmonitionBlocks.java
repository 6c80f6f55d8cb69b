package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.commonmark.IndentedTextParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Blocks of MkDocs whose text is indented by four columns: {@code !!! note}, {@code ??? note},
 * {@code === "Tab"} (Python-Markdown 3.10, extension admonition; PyMdown 10, details and tabbed).
 * CommonMark has their text as code, but it is text to the author.
 */
final class AdmonitionBlocks extends AbstractBlockParserFactory {

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    if (state.getIndent() >= IndentedTextParser.INDENT) {
      return BlockStart.none();
    }
    CharSequence line = state.getLine().getContent();
    int start = state.getNextNonSpaceIndex();
    int title = titleStart(line, start);
    return title < 0 ? BlockStart.none() : BlockStart.of(new IndentedTextParser()).atIndex(title);
  }

  /** Returns the offset of the text behind the mark, or -1 if the line begins with none. */
  private static int titleStart(CharSequence line, int start) {
    if (start + 4 >= line.length()) {
      return -1;
    }
    char mark = line.charAt(start);
    boolean isMark =
        "!?=".indexOf(mark) >= 0
            && line.charAt(start + 1) == mark
            && line.charAt(start + 2) == mark;
    if (!isMark) {
      return -1;
    }
    int end = start + 3;
    if (mark != '!' && "+!".indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    int title = end;
    while (title < line.length() && line.charAt(title) == ' ') {
      title++;
    }
    if (title == line.length()) {
      return -1;
    }
    char first = line.charAt(title);
    boolean fits =
        mark == '=' ? title > end && first == '"' : Character.isLetter(first) || first == '"';
    return fits ? title : -1;
  }
}
