package io.github.formulint.markdown.markdownit;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.Blank;
import io.github.formulint.markdown.flavor.Columns;
import io.github.formulint.markdown.flavor.MathBlock;
import io.github.formulint.markdown.flavor.ParsedText;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Blocks of {@code $$} as plugins of markdown-it read them: line by line, to a closer or to the end
 * of the container. markdown-it gives lines without {@code >} that could continue a paragraph to
 * the quote before it asks what blocks it holds, so a block takes them too (markdown-it 14, {@code
 * blockquote.mjs}).
 */
final class LineBlocks extends AbstractBlockParserFactory {

  /** Columns of white space that make indented code (CommonMark 0.31.2, section 4.4). */
  private static final int CODE_INDENT = 4;

  /** Lines that end a quote though they could continue a paragraph. */
  private static final Pattern ENDS_QUOTE =
      Pattern.compile(
          "\\$\\$|#{1,6}(?:\\s|$)|```|~~~|>|[-+*](?:\\s|$)|\\d{1,9}[.)](?:\\s|$)|<[a-zA-Z/!?]");

  private final DocumentText document;
  private final LineBlockRule rule;

  LineBlocks(DocumentText document, LineBlockRule rule) {
    this.document = document;
    this.rule = rule;
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    String line = state.getLine().getContent().toString();
    int start = state.getNextNonSpaceIndex();
    if (state.getActiveBlockParser() instanceof LineBlockParser open && open.loses(line, start)) {
      open.end();
      return BlockStart.of(new LostLine()).atIndex(line.length());
    }
    if (state.getIndent() >= CODE_INDENT || !line.startsWith("$$", start)) {
      return BlockStart.none();
    }
    LineBlockRule.Opening opening = rule.open(line.substring(start + 2));
    return opening instanceof LineBlockRule.Opening.None
        ? BlockStart.none()
        : BlockStart.of(new LineBlockParser(document, rule, opening, state.getIndent()))
            .atIndex(start);
  }

  /** Takes the lines of a block; the first one is the opener. */
  private static final class LineBlockParser extends AbstractBlockParser {
    private final MathBlock block = new MathBlock();
    private final DocumentText document;
    private final LineBlockRule rule;
    private final LineBlockRule.Opening opening;
    private final int indent;
    private final List<SourceLine> lines = new ArrayList<>();
    private final List<MappedText> last = new ArrayList<>();
    private boolean open;
    private boolean continued;
    private int end;

    LineBlockParser(
        DocumentText document, LineBlockRule rule, LineBlockRule.Opening opening, int indent) {
      this.document = document;
      this.rule = rule;
      this.opening = opening;
      this.indent = indent;
      this.open = opening instanceof LineBlockRule.Opening.Open;
    }

    void end() {
      open = false;
    }

    /** Returns whether a line that does not begin as the container wants is left out. */
    boolean loses(String line, int start) {
      boolean lost = rule.afterContainer() == LineBlockRule.AfterContainer.LOST;
      return open
          && lost
          && (!isInQuote() || ENDS_QUOTE.matcher(line).region(start, line.length()).lookingAt());
    }

    private boolean isInQuote() {
      return block.getParent() instanceof BlockQuote;
    }

    @Override
    public boolean canHaveLazyContinuationLines() {
      return open && (isInQuote() || rule.afterContainer() == LineBlockRule.AfterContainer.LOST);
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      if (!open) {
        return BlockContinue.none();
      }
      CharSequence content = state.getLine().getContent();
      if (!state.isBlank() && whiteSpace(content, state.getNextNonSpaceIndex()) < itemColumns()) {
        open = false;
        return rule.afterContainer() == LineBlockRule.AfterContainer.LOST
            ? BlockContinue.finished()
            : BlockContinue.none();
      }
      SourceLine line = state.getLine().substring(state.getNextNonSpaceIndex(), content.length());
      if (closes(line)) {
        return BlockContinue.finished();
      }
      continued = true;
      return Columns.skip(state, Math.min(indent, state.getIndent()));
    }

    /**
     * Returns how many characters of white space stand before a line. The plugins take them for
     * columns, so a tab is too little for an item of a list.
     */
    private static int whiteSpace(CharSequence line, int end) {
      int start = end;
      while (start > 0 && (line.charAt(start - 1) == ' ' || line.charAt(start - 1) == '\t')) {
        start--;
      }
      boolean behindMark = start > 0 && line.charAt(start - 1) == '>' && start < end;
      return end - start - (behindMark ? 1 : 0);
    }

    /** Returns how far the list items around are indented, up to the nearest quote. */
    private int itemColumns() {
      int columns = 0;
      for (Node at = block.getParent(); at != null && !(at instanceof BlockQuote); ) {
        if (at instanceof ListItem item && item.getContentIndent() != null) {
          columns += item.getContentIndent();
        }
        at = at.getParent();
      }
      return columns;
    }

    private boolean closes(SourceLine line) {
      String text = line.getContent().toString();
      OptionalInt texEnd = rule.close(text);
      if (texEnd.isEmpty()) {
        return false;
      }
      last.add(ParsedText.of(document, List.of(line.substring(0, texEnd.getAsInt()))));
      end = document.startOf(line.getSourceSpan()) + text.stripTrailing().length();
      block.setClosed();
      open = false;
      return true;
    }

    @Override
    public void addLine(SourceLine line) {
      if (lines.isEmpty() || continued) {
        lines.add(line);
      } else if (!isInQuote()) {
        open = false;
      } else if (!closes(line)) {
        lines.add(line);
      }
      continued = false;
    }

    @Override
    public void closeBlock() {
      fill();
    }

    private void fill() {
      MappedText text = ParsedText.of(document, lines);
      List<MappedText> parts = text.lines();
      MappedText opener = parts.get(0);
      MappedText first = opener.slice(2);
      if (opening instanceof LineBlockRule.Opening.Closed closed) {
        first = opener.slice(2 + closed.texStart(), 2 + closed.texEnd());
        end = opener.sourceStart(0) + opener.toString().stripTrailing().length();
        block.setClosed();
      }
      int filledTo = Math.max(end, text.sourceEnd(text.length()));
      block.fill(
          new Span(opener.sourceStart(0), filledTo),
          rule.tex(first, body(parts.subList(1, parts.size())), last));
    }

    /** Returns lines with their line ends; the last one of a document may have none. */
    private List<MappedText> body(List<MappedText> lines) {
      List<MappedText> body = new ArrayList<>();
      for (MappedText line : lines) {
        boolean isLast = line.sourceEnd(line.length()) == document.text().length();
        body.add(isLast ? line : Blank.withLineEnd(line));
      }
      return body;
    }
  }

  /** A line that markdown-it steps over. */
  private static final class LostLine extends AbstractBlockParser {
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
