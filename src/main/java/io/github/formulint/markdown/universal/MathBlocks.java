package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.universal.mark.Match;
import io.github.formulint.markdown.universal.mark.MathLook;
import io.github.formulint.markdown.universal.mark.Opener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Keeps the lines of a display formula together, whatever they look like: {@code - x} in it is no
 * list, {@code ===} no heading, a blank line no end. It starts a block when a line opens a formula,
 * or stands in one that the paragraph before it opened, and the document closes it further on. Not
 * thread-safe; one for each document.
 */
final class MathBlocks extends AbstractBlockParserFactory {

  /** Columns of white space that make indented code (CommonMark 0.31.2, section 4.4). */
  private static final int CODE_INDENT = 4;

  /** How many lines a formula with the wrong closing mark may have. */
  private static final int MAX_MISMATCHED_LINES = 20;

  /** How many lines of an inline formula may stand before one that looks like a list. */
  private static final int MAX_INLINE_LINES = 3;

  private final DocumentText document;
  private final LookAhead lookAhead;

  /** The paragraph seen last, by the offset of its first line, and how many lines are settled. */
  private int paragraph = -1;

  private int settledLines;

  MathBlocks(DocumentText document) {
    this.document = document;
    this.lookAhead = new LookAhead(document);
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    int lineStart = document.startOf(state.getLine().getSourceSpan());
    if (state.getActiveBlockParser() instanceof MathBlockParser open && open.covers(lineStart)) {
      return BlockStart.of(open.continuation()).atIndex(state.getIndex());
    }
    SourceLines lines = matched.getParagraphLines();
    if (!lines.isEmpty()) {
      OptionalInt end = endOfOpen(lines.getLines());
      if (end.isEmpty() && startsLikeBlock(state)) {
        end = endOfInline(lines.getLines(), state.getLine());
      }
      if (end.isPresent()) {
        MathBlockParser parser = new MathBlockParser(document, lookAhead, end.getAsInt());
        lines.getLines().forEach(parser::addLine);
        return BlockStart.of(parser)
            .atIndex(state.getIndex())
            .replaceParagraphLines(lines.getLines().size());
      }
    }
    if (state.getIndent() >= CODE_INDENT) {
      return BlockStart.none();
    }
    if (!startsWithMark(state)) {
      return startInElement(state);
    }
    SourceLine line =
        state
            .getLine()
            .substring(state.getNextNonSpaceIndex(), state.getLine().getContent().length());
    if (closesOtherPair(lines.getLines(), line)) {
      return BlockStart.none();
    }
    OptionalInt end = endOf(List.of(line));
    return end.isPresent()
        ? BlockStart.of(new MathBlockParser(document, lookAhead, end.getAsInt()))
            .atIndex(state.getIndex())
        : BlockStart.none();
  }

  /**
   * Starts a block where an element such as {@code <center>} opens a formula with a blank line in
   * it: there a block of HTML would end (CommonMark 0.31.2, section 4.6).
   */
  private BlockStart startInElement(ParserState state) {
    String line = state.getLine().getContent().toString();
    int at = state.getNextNonSpaceIndex();
    while (at < line.length() && line.charAt(at) == '<' && isTagStart(line, at)) {
      int end = line.indexOf('>', at);
      if (end < 0) {
        return BlockStart.none();
      }
      at = end + 1;
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
    }
    if (at == state.getNextNonSpaceIndex() || !line.startsWith("$$", at)) {
      return BlockStart.none();
    }
    OptionalInt end = endOf(List.of(state.getLine().substring(at, line.length())));
    int start = document.startOf(state.getLine().getSourceSpan());
    return end.isPresent() && document.hasBlankLine(start, end.getAsInt())
        ? BlockStart.of(new MathBlockParser(document, lookAhead, end.getAsInt()))
            .atIndex(state.getIndex())
        : BlockStart.none();
  }

  /** Returns whether a tag of an element that is no code, comment or script begins. */
  private static boolean isTagStart(String line, int at) {
    return at + 1 < line.length()
        && Character.isLetter(line.charAt(at + 1))
        && LiteralElements.nameAt(line, at).isEmpty();
  }

  private static boolean startsWithMark(ParserState state) {
    CharSequence line = state.getLine().getContent();
    int at = state.getNextNonSpaceIndex();
    return at < line.length() && (line.charAt(at) == '$' || line.charAt(at) == '\\');
  }

  /** Returns where the formula ends that the lines of a paragraph open and do not close. */
  private OptionalInt endOfOpen(List<SourceLine> lines) {
    int first = document.startOf(lines.get(0).getSourceSpan());
    if (first != paragraph) {
      paragraph = first;
      settledLines = 0;
    }
    List<SourceLine> unsettled = lines.subList(Math.min(settledLines, lines.size()), lines.size());
    settledLines = lines.size();
    return unsettled.isEmpty() ? OptionalInt.empty() : endOf(unsettled);
  }

  private static boolean startsLikeBlock(ParserState state) {
    CharSequence line = state.getLine().getContent();
    int at = state.getNextNonSpaceIndex();
    return at < line.length() && "-+*>#=0123456789".indexOf(line.charAt(at)) >= 0;
  }

  /** Returns where the inline formula ends that the paragraph opens and a line closes. */
  private OptionalInt endOfInline(List<SourceLine> paragraph, SourceLine line) {
    if (line.getContent().toString().indexOf('$') < 0) {
      return OptionalInt.empty();
    }
    int size = paragraph.size();
    List<SourceLine> lines =
        new ArrayList<>(paragraph.subList(Math.max(0, size - MAX_INLINE_LINES), size));
    lines.add(line);
    BlockText text = BlockText.of(document, lines);
    int lineStart = document.startOf(line.getSourceSpan());
    for (MatchNode node : new PlainText(text).matches()) {
      if (node.match() instanceof Match.Found found
          && text.toSource(found.start()) < lineStart
          && text.toSource(found.end()) > lineStart
          && MathLook.of(text.content(), found.texStart(), found.texEnd()).words() == 0) {
        return OptionalInt.of(text.toSource(found.end() - 1) + 1);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns whether a line ends what another pair's mark opened in the paragraph before it. */
  private boolean closesOtherPair(List<SourceLine> paragraph, SourceLine line) {
    String mark = line.getContent().toString().strip();
    if (paragraph.isEmpty() || !mark.equals("$$")) {
      return false;
    }
    int size = paragraph.size();
    List<SourceLine> lines =
        new ArrayList<>(paragraph.subList(Math.max(0, size - MAX_MISMATCHED_LINES), size));
    lines.add(line);
    BlockText text = BlockText.of(document, lines);
    List<MatchNode> matches = new PlainText(text).matches();
    return !matches.isEmpty()
        && matches.get(matches.size() - 1).match() instanceof Match.Mismatched last
        && last.end() >= text.content().stripTrailing().length();
  }

  private OptionalInt endOf(List<SourceLine> lines) {
    return endOfOpen(document, lookAhead, lines);
  }

  /** Returns where the formula ends, in the document, that some lines open and do not close. */
  static OptionalInt endOfOpen(DocumentText document, LookAhead lookAhead, List<SourceLine> lines) {
    if (!mayOpen(lines)) {
      return OptionalInt.empty();
    }
    BlockText text = BlockText.of(document, lines);
    Optional<Opener> open = new PlainText(text).open();
    if (open.isEmpty()) {
      return OptionalInt.empty();
    }
    int start = text.toSource(open.get().start());
    int end = text.toSource(open.get().end() - 1) + 1;
    return lookAhead.closerEnd(new Opener(open.get().delimiter(), start, end, open.get().closer()));
  }

  /**
   * Returns whether a mark of display formulas stands in some lines: one look at each character.
   */
  private static boolean mayOpen(List<SourceLine> lines) {
    for (SourceLine line : lines) {
      String text = line.getContent().toString();
      for (int i = text.length() - 2; i >= 0; i--) {
        char next = text.charAt(i + 1);
        char c = text.charAt(i);
        if (c == '$' && next == '$' || c == '\\' && (next == '[' || next == 'b')) {
          return true;
        }
      }
    }
    return false;
  }
}
