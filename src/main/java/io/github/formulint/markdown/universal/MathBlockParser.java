package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.commonmark.DocumentText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** A paragraph that goes on until the formula in it is closed. */
final class MathBlockParser extends AbstractBlockParser {

  private final Block block = new CustomBlock() {};
  private final Content content;
  private final boolean ownsContent;

  /**
   * Makes a block without lines.
   *
   * @param document the document
   * @param lookAhead finds where further formulas end
   * @param end offset in the document where its formula ends
   */
  MathBlockParser(DocumentText document, LookAhead lookAhead, int end) {
    this.content = new Content(document, lookAhead, block, end);
    this.ownsContent = true;
  }

  private MathBlockParser(Content content) {
    this.content = content;
    this.ownsContent = false;
  }

  /** Returns whether a line that begins at an offset of the document belongs to this block. */
  boolean covers(int lineStart) {
    return lineStart < content.end;
  }

  /**
   * Returns a block that goes on with the lines of this one in another container: the formula began
   * in a quote or a list item, and this line is not indented as they want it.
   */
  MathBlockParser continuation() {
    return new MathBlockParser(content);
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean canHaveLazyContinuationLines() {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return covers(content.document.startOf(state.getLine().getSourceSpan()))
        ? BlockContinue.atIndex(behindMarks(state))
        : BlockContinue.none();
  }

  /**
   * Returns where a line begins behind the marks of the quotes in which the formula began. Once a
   * line has left its mark out, the parser does not take the marks of the lines that follow.
   */
  private int behindMarks(ParserState state) {
    CharSequence line = state.getLine().getContent();
    int behind = state.getIndex();
    for (int left = quotes(content.owner) - quotes(block); left > 0; left--) {
      int at = behind;
      while (at < line.length() && isSpace(line.charAt(at))) {
        at++;
      }
      if (at == line.length() || line.charAt(at) != '>') {
        break;
      }
      behind = at + 1;
      if (behind < line.length() && isSpace(line.charAt(behind))) {
        behind++;
      }
    }
    return behind;
  }

  private static int quotes(Node node) {
    int quotes = 0;
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof BlockQuote) {
        quotes++;
      }
    }
    return quotes;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  @Override
  public void addLine(SourceLine line) {
    content.add(line);
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    if (ownsContent) {
      inlineParser.parse(SourceLines.of(content.lines), block);
    }
  }

  /** The lines, shared with what goes on with them. */
  private static final class Content {
    private final DocumentText document;
    private final LookAhead lookAhead;
    private final Node owner;
    private final List<SourceLine> lines = new ArrayList<>();
    private int end;

    Content(DocumentText document, LookAhead lookAhead, Node owner, int end) {
      this.document = document;
      this.lookAhead = lookAhead;
      this.owner = owner;
      this.end = end;
    }

    void add(SourceLine line) {
      SourceSpan span = line.getSourceSpan();
      if (span == null) {
        lines.add(line);
        return;
      }
      int start = document.startOf(span);
      // A tab that a container took half of comes as spaces; the text has a tab.
      lines.add(
          span.getLength() == line.getContent().length()
              ? line
              : SourceLine.of(document.text().substring(start, start + span.getLength()), span));
      if (end > start && end < start + span.getLength()) {
        SourceLine tail = lines.get(lines.size() - 1).substring(end - start, span.getLength());
        MathBlocks.endOfOpen(document, lookAhead, List.of(tail))
            .ifPresent(further -> end = further);
      }
    }
  }
}
