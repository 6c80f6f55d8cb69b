package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Block;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.ParserState;

/**
 * Reads as marked does with marked-katex-extension: a formula begins behind a space or where text
 * begins, ends before white space or the end of a sentence, and stays on a line; a block has its
 * dollars on lines of their own, without any indent.
 *
 * <p>The rules are those of marked-katex-extension 5.1 ({@code inlineRule}, {@code blockRule}) and
 * of marked 18. Where marked cuts text differently than CommonMark, the reading may differ.
 * Immutable and thread-safe.
 */
public final class MarkedReader extends FlavorReader {

  /** Makes the reader. */
  public MarkedReader() {}

  @Override
  List<BlockParserFactory> mathBlocks(DocumentText document) {
    return List.of(new RegionBlocks(document, new MarkedBlocks(document)));
  }

  @Override
  void extend(Parser.Builder builder, DocumentText document) {
    super.extend(builder, document);
    builder.customInlineContentParserFactory(new AutolinkLiterals());
  }

  @Override
  InlineRule inlineRule() {
    return new MarkedDollars();
  }

  @Override
  MappedText inlineTex(MathInline formula, LineIndents indents) {
    return super.inlineTex(formula, indents).strip();
  }

  @Override
  boolean readsImages() {
    return true;
  }

  /** A closer touches the end of an element only if the formula is the last in it. */
  @Override
  boolean takes(MathInline formula) {
    int end = formula.match().end();
    String text = formula.text().toString();
    boolean touches = end < text.length() && MarkedDollars.CLOSERS.indexOf(text.charAt(end)) >= 0;
    return !touches || formula.getNext() == null && !(formula.getParent() instanceof Block);
  }

  /** {@code inlineRule} and where marked asks it. */
  private static final class MarkedDollars implements InlineRule {

    /** What may stand behind a closer, besides white space. */
    private static final String ENDS = "?!.,:\uFF1F\uFF01\u3002\uFF0C\uFF1A";

    /** What may end an element, whose text marked looks at by itself. */
    private static final String CLOSERS = "*_~]";

    /** Behind these marked begins to look anew. */
    private static final String BREAKS = "*_~`[]!<>";

    /** How many characters of lists and quotes are looked at before a line of text. */
    private static final int MAX_MARKS = 40;

    private CloserIndex single;
    private CloserIndex pairs;

    /** Where the last formula ends, and marked begins anew; before the first one out of reach. */
    private int lastEnd = -2;

    @Override
    public DollarMatch at(String text, int index, char before) {
      return match(text, index, startsToken(before) || before == ' ');
    }

    @Override
    public DollarMatch at(String text, int index, char before, DocumentText document, int offset) {
      return match(
          text,
          index,
          startsToken(before)
              || before == ' '
              || index == lastEnd + 1
              || isSecondOfToken(document, offset));
    }

    private DollarMatch match(String text, int index, boolean opens) {
      int size = text.startsWith("$$", index) ? 2 : 1;
      int open = index + size;
      int close = opens && !text.startsWith("$", open) ? closer(text, open, size) : -1;
      if (close < 0) {
        return new DollarMatch.Literal(index + 1);
      }
      Delimiter delimiter = size == 1 ? Delimiter.DOLLAR : Delimiter.DOUBLE_DOLLAR;
      MathStyle style = size == 1 ? MathStyle.INLINE : MathStyle.DISPLAY;
      lastEnd = close + size;
      return new DollarMatch.Found(delimiter, style, index, open, close, close + size);
    }

    private static boolean endsElement(String text, int index) {
      char c = text.charAt(index);
      boolean isLabel = text.startsWith("](", index) || text.startsWith("][", index);
      return CLOSERS.indexOf(c) >= 0 && (c != ']' || isLabel);
    }

    private static boolean startsToken(char before) {
      return before == NOTHING || BREAKS.indexOf(before) >= 0;
    }

    /** marked asks for a formula at the second character of each piece of text, too. */
    private static boolean isSecondOfToken(DocumentText document, int offset) {
      boolean isLineEnd = document.before(offset) == '\n' && document.before(offset - 1) == '\r';
      int at = isLineEnd ? offset - 2 : offset - 1;
      char second = document.before(at);
      if (BREAKS.indexOf(second) >= 0) {
        return true;
      }
      int limit = Math.max(document.parsedFrom(), offset - MAX_MARKS);
      while (at > limit && " \t>-*+#|".indexOf(document.before(at)) >= 0) {
        at--;
      }
      return document.before(at) == '\n' || document.before(at) == '\r';
    }

    /** The body is on one line; a backslash takes the next character with it. */
    private int closer(String text, int open, int size) {
      CloserIndex closers = size == 1 ? single : pairs;
      if (closers == null) {
        String mark = "$".repeat(size);
        closers = new CloserIndex(text, i -> text.charAt(i) == '\n' || closes(text, i, mark));
        single = size == 1 ? closers : single;
        pairs = size == 2 ? closers : pairs;
      }
      boolean isEmpty = open >= text.length() || text.charAt(open) == '\n';
      int close = isEmpty ? -1 : closers.from(open + 1);
      return close < 0 || text.charAt(close) == '\n' ? -1 : close;
    }

    private static boolean closes(String text, int index, String mark) {
      if (!text.startsWith(mark, index) || Backslashes.escape(text, index)) {
        return false;
      }
      boolean behindDollar =
          index > 0 && text.charAt(index - 1) == '$' && !Backslashes.escape(text, index - 1);
      int end = index + mark.length();
      return !behindDollar
          && (end == text.length()
              || Character.isWhitespace(text.charAt(end))
              || ENDS.indexOf(text.charAt(end)) >= 0
              || endsElement(text, end));
    }
  }

  /** {@code blockRule}. Inside a list item marked reads text line by line. */
  private static final class MarkedBlocks implements RegionBlocks.RegionRule {
    private final DocumentText document;
    private int unclosedUntil = -1;

    MarkedBlocks(DocumentText document) {
      this.document = document;
    }

    @Override
    public boolean mayBegin(ParserState state) {
      String line = state.getLine().getContent().toString();
      String rest = line.substring(Math.min(line.length(), state.getNextNonSpaceIndex()));
      Node active = state.getActiveBlockParser().getBlock();
      return state.getIndent() == 0
          && (rest.equals("$$") || rest.equals("$"))
          && (!(active instanceof Paragraph) || active.getParent() instanceof ListItem);
    }

    @Override
    public Optional<RegionBlocks.Region> at(int start, RegionBlocks.Container container) {
      if (start < unclosedUntil) {
        return Optional.empty();
      }
      int opened = document.lineEnd(start);
      String mark = document.text().substring(start, opened);
      boolean quoted = container == RegionBlocks.Container.QUOTE;
      int column = start;
      while (column > document.parsedFrom() && "\n\r".indexOf(document.before(column)) < 0) {
        column--;
      }
      int indent = quoted ? 0 : start - column;
      MappedText.Builder tex = new MappedText.Builder();
      int lineEnd = opened;
      while (lineEnd < document.text().length()) {
        int line = document.afterLineEnd(lineEnd);
        lineEnd = document.lineEnd(line);
        int content = quoted ? behindMark(line, lineEnd) : behindIndent(line, lineEnd, indent);
        if (content < 0) {
          return Optional.empty();
        }
        String text = document.text().substring(content, lineEnd);
        if (text.equals(mark) && tex.length() > 1 && !endsInBackslash(tex)) {
          MappedText body = tex.build().strip();
          return Optional.of(
              new RegionBlocks.Region(
                  mark.length() == 2 ? MathStyle.DISPLAY : MathStyle.INLINE,
                  new Span(start, lineEnd),
                  body));
        }
        tex.append(RawText.of(document, content, Math.min(document.text().length(), lineEnd)));
        tex.append('\n', lineEnd, document.afterLineEnd(lineEnd));
      }
      unclosedUntil = quoted ? unclosedUntil : lineEnd;
      return Optional.empty();
    }

    private static boolean endsInBackslash(MappedText.Builder tex) {
      String text = tex.build().toString();
      return Backslashes.escape(text, text.length() - 1);
    }

    private int behindMark(int line, int lineEnd) {
      int at = line;
      while (at < lineEnd && document.at(at) == ' ') {
        at++;
      }
      if (at >= lineEnd || document.at(at) != '>') {
        return -1;
      }
      return at + 1 < lineEnd && document.at(at + 1) == ' ' ? at + 2 : at + 1;
    }

    private int behindIndent(int line, int lineEnd, int indent) {
      int at = line;
      while (at < lineEnd && at - line < indent && document.at(at) == ' ') {
        at++;
      }
      return at - line < indent && at < lineEnd ? -1 : at;
    }
  }
}
