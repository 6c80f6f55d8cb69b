package io.github.formulint.markdown.markdownit;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.TextSearch;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.Backslashes;
import io.github.formulint.markdown.flavor.CloserIndex;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.markdown.flavor.MathInlines;
import io.github.formulint.markdown.flavor.RawText;
import io.github.formulint.markdown.flavor.RegionBlocks;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.ParserState;

/**
 * Reads as MyST does with its extension dollarmath: any two dollars in a text, and {@code $$} only
 * as a block between blank lines, with a label behind it or not.
 *
 * <p>The rules are those of mdit-py-plugins 0.4 and 0.5 ({@code dollarmath/index.py}) with their
 * own settings. Immutable and thread-safe.
 */
public final class MystReader extends MarkdownItReader {

  /** A closer with a label at the end of a line. */
  private static final Pattern LABEL = Pattern.compile("\\$\\$\\s*+\\([^)$]++\\)\\s*+$");

  private final boolean isMystmd;

  private MystReader(boolean isMystmd) {
    this.isMystmd = isMystmd;
  }

  /** Makes the reader of MyST in Python, of mdit-py-plugins. */
  public MystReader() {
    this(false);
  }

  /**
   * Returns the reader of mystmd, MyST in JavaScript: markdown-it-dollarmath 0.5 and
   * markdown-it-amsmath 0.4, as myst-parser 1.7 turns them on. A blank line ends a search for the
   * closer of a block, {@code $$…$$} in a sentence is a display formula, and environments of
   * amsmath need no dollars.
   */
  public static MystReader mystmd() {
    return new MystReader(true);
  }

  @Override
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    RegionBlocks dollars = new RegionBlocks(document, new DollarmathBlocks(document, isMystmd));
    return isMystmd
        ? List.of(new RegionBlocks(document, new AmsmathBlocks(document)), dollars)
        : List.of(dollars);
  }

  /** markdown-it-py reads no addresses unless told to. */
  @Override
  protected void extend(Parser.Builder builder, DocumentText document) {
    builder.customInlineContentParserFactory(new MathInlines(document, this::inlineRule));
  }

  @Override
  protected InlineRule inlineRule() {
    return isMystmd ? new DoubleDollars() : new DollarmathDollars();
  }

  private static final class DollarmathDollars implements InlineRule {
    private CloserIndex closers;

    @Override
    public DollarMatch at(String text, int index, char before) {
      if (closers == null) {
        closers = new CloserIndex(text, i -> text.charAt(i) == '$' && !Backslashes.escape(text, i));
      }
      int close = closers.from(index + 1);
      return close <= index + 1
          ? new DollarMatch.Literal(index + 1)
          : DollarMatch.Found.inline(index, close);
    }
  }

  /** {@code math_inline_dollar} with {@code double_inline}. */
  private static final class DoubleDollars implements InlineRule {
    private final DollarmathDollars single = new DollarmathDollars();
    private CloserIndex pairs;

    @Override
    public DollarMatch at(String text, int index, char before) {
      if (!text.startsWith("$$", index)) {
        return single.at(text, index, before);
      }
      if (pairs == null) {
        pairs =
            new CloserIndex(text, i -> text.startsWith("$$", i) && !Backslashes.escape(text, i));
      }
      int close = pairs.from(index + 2);
      return close <= index + 2
          ? new DollarMatch.Literal(index + 1)
          : DollarMatch.Found.doubleDollar(MathStyle.DISPLAY, index, close);
    }
  }

  /** {@code amsmathBlock}: up to the end of the environment, whatever stands in it. */
  private static final class AmsmathBlocks implements RegionBlocks.RegionRule {
    private static final Pattern BEGIN =
        Pattern.compile(
            "\\\\begin\\{((?:equation|multline|gather|align|alignat|flalign|[pbBvV]?matrix|eqnarray)"
                + "\\*?)\\}");

    private final DocumentText document;
    private final TextSearch search;

    AmsmathBlocks(DocumentText document) {
      this.document = document;
      this.search = new TextSearch(document.text());
    }

    @Override
    public boolean mayBegin(ParserState state) {
      String line = state.getLine().getContent().toString();
      return state.getIndent() < 4 && line.startsWith("\\begin{", state.getNextNonSpaceIndex());
    }

    @Override
    public Optional<RegionBlocks.Region> at(int start, RegionBlocks.Container container) {
      Matcher begin = BEGIN.matcher(document.text()).region(start, document.text().length());
      if (!begin.lookingAt()) {
        return Optional.empty();
      }
      String closer = "\\end{" + begin.group(1) + "}";
      int close = search.indexOf(closer, begin.end());
      if (close < 0) {
        return Optional.empty();
      }
      int end = close + closer.length();
      return Optional.of(
          new RegionBlocks.Region(
              MathStyle.DISPLAY,
              new Span(start, document.lineEnd(end)),
              RawText.of(document, start, end)));
    }
  }

  /** {@code math_block_dollar}. What containers put before lines is part of the TeX. */
  private static final class DollarmathBlocks implements RegionBlocks.RegionRule {
    private final DocumentText document;

    /** Up to this offset no line closes a block that begins outside a quote. */
    private int unclosedUntil = -1;

    private final boolean blankLinesEnd;

    DollarmathBlocks(DocumentText document, boolean blankLinesEnd) {
      this.document = document;
      this.blankLinesEnd = blankLinesEnd;
    }

    @Override
    public Optional<RegionBlocks.Region> at(int start, RegionBlocks.Container container) {
      int lineEnd = document.lineEnd(start);
      String line = document.text().substring(start, lineEnd);
      if (line.strip().length() > 3) {
        OptionalInt close = closerIn(line);
        if (close.isPresent()) {
          return region(start, start + close.getAsInt(), lineEnd);
        }
      }
      boolean quoted = container == RegionBlocks.Container.QUOTE;
      if (!quoted && start < unclosedUntil) {
        return Optional.empty();
      }
      while (lineEnd < document.text().length()) {
        int next = document.afterLineEnd(lineEnd);
        lineEnd = document.lineEnd(next);
        int content = contentStart(next, lineEnd, quoted);
        if (content == lineEnd && (blankLinesEnd || quoted && content == next)) {
          return Optional.empty();
        }
        OptionalInt close = closerIn(document.text().substring(content, lineEnd));
        if (close.isPresent()) {
          return region(start, content + close.getAsInt(), lineEnd);
        }
      }
      unclosedUntil = quoted ? unclosedUntil : lineEnd;
      return Optional.empty();
    }

    private int contentStart(int line, int lineEnd, boolean quoted) {
      int start = line;
      while (start < lineEnd
          && (document.at(start) == ' '
              || document.at(start) == '\t'
              || quoted && document.at(start) == '>')) {
        start++;
      }
      return start;
    }

    private static OptionalInt closerIn(String line) {
      String stripped = line.stripTrailing();
      if (stripped.endsWith("$$")) {
        return OptionalInt.of(stripped.length() - 2);
      }
      int last = stripped.endsWith(")") ? stripped.lastIndexOf("$$") : -1;
      Matcher label = LABEL.matcher(line);
      return last >= 0 && label.region(last, line.length()).lookingAt()
          ? OptionalInt.of(last)
          : OptionalInt.empty();
    }

    private Optional<RegionBlocks.Region> region(int start, int close, int lineEnd) {
      Span span =
          new Span(
              start, start + document.text().substring(start, lineEnd).stripTrailing().length());
      MappedText tex = RawText.of(document, start + 2, Math.max(start + 2, close));
      return Optional.of(
          new RegionBlocks.Region(MathStyle.DISPLAY, span, blankLinesEnd ? tex.strip() : tex));
    }
  }
}
