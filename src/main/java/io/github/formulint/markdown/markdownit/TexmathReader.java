package io.github.formulint.markdown.markdownit;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.CloserIndex;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.markdown.flavor.RawText;
import io.github.formulint.markdown.flavor.RegionBlocks;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.block.BlockParserFactory;

/**
 * Reads as markdown-it-texmath does with its own delimiters, dollars: no digit touches them from
 * outside, no dollar stands in {@code $$…$$}, and {@code $…$} stays on a line.
 *
 * <p>The rules are those of markdown-it-texmath 1.0 ({@code texmath.js}). Immutable and
 * thread-safe.
 */
public final class TexmathReader extends MarkdownItReader {

  /** The marks of a quote inside a formula, with the line ends before them. */
  private static final Pattern QUOTE_MARKS =
      Pattern.compile("\\n?^(?:\\s*+>)++", Pattern.MULTILINE);

  /** Makes the reader. */
  public TexmathReader() {}

  @Override
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    return List.of(new RegionBlocks(document, new TexmathBlocks(document)));
  }

  @Override
  protected InlineRule inlineRule() {
    return new TexmathDollars();
  }

  /**
   * Returns where the body of {@code $$…$$} ends: {@code [^$]*?[^\\]} and then two dollars, so only
   * the last character of the body may be a dollar; or -1.
   */
  private static int closeOfPair(String text, int from) {
    int dollar = text.indexOf('$', from);
    if (dollar < 0) {
      return -1;
    }
    if (dollar > from && text.charAt(dollar - 1) != '\\' && text.startsWith("$$", dollar)) {
      return dollar;
    }
    return text.startsWith("$$", dollar + 1) ? dollar + 1 : -1;
  }

  /** Returns the offset behind an equation number in parentheses, or the offset itself. */
  static int numberEnd(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at >= text.length() || text.charAt(at) != '(') {
      return from;
    }
    int end = at + 1;
    while (end < text.length()
        && text.charAt(end) != ')'
        && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end > at + 1 && end < text.length() && text.charAt(end) == ')' ? end + 1 : from;
  }

  /** Returns a formula of a quote without the marks at the start of its lines. */
  static MappedText withoutQuoteMarks(MappedText tex) {
    Matcher marks = QUOTE_MARKS.matcher(tex.toString());
    MappedText.Builder result = new MappedText.Builder();
    int at = 0;
    while (marks.find()) {
      result.append(tex, at, marks.start());
      at = marks.end();
    }
    return at == 0 ? tex : result.append(tex, at, tex.length()).build();
  }

  private static final class TexmathDollars implements InlineRule {
    private CloserIndex closers;

    @Override
    public DollarMatch at(String text, int index, char before) {
      if (before == '\\' || isDigit(before)) {
        return new DollarMatch.Literal(index + 1);
      }
      if (text.startsWith("$$", index)) {
        int close = closeOfPair(text, index + 2);
        if (close >= 0 && !isDigitAt(text, close + 2)) {
          return DollarMatch.Found.doubleDollar(MathStyle.DISPLAY, index, close);
        }
      }
      int close = closeOfSingle(text, index + 1);
      return close < 0 || isDigitAt(text, close + 1)
          ? new DollarMatch.Literal(index + 1)
          : DollarMatch.Found.inline(index, close);
    }

    /** The body is not empty, and has neither white space at its ends nor a line end inside. */
    private int closeOfSingle(String text, int from) {
      if (from >= text.length() || isSpace(text.charAt(from))) {
        return -1;
      }
      if (closers == null) {
        closers = new CloserIndex(text, i -> text.charAt(i) == '\n' || closes(text, i));
      }
      int close = closers.from(from + 1);
      return close < 0 || text.charAt(close) == '\n' ? -1 : close;
    }

    private static boolean closes(String text, int index) {
      return text.charAt(index) == '$'
          && index > 0
          && text.charAt(index - 1) != '\\'
          && !isSpace(text.charAt(index - 1));
    }

    /** White space of a JavaScript pattern. */
    private static boolean isSpace(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private static boolean isDigitAt(String text, int index) {
      return index < text.length() && isDigit(text.charAt(index));
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
  }

  private static final class TexmathBlocks implements RegionBlocks.RegionRule {
    private final DocumentText document;

    TexmathBlocks(DocumentText document) {
      this.document = document;
    }

    @Override
    public Optional<RegionBlocks.Region> at(int start, RegionBlocks.Container container) {
      String text = document.text();
      int close = closeOfPair(text, start + 2);
      if (close < 0) {
        return Optional.empty();
      }
      MappedText tex = RawText.of(document, start + 2, close);
      int end = numberEnd(text, close + 2);
      return Optional.of(
          new RegionBlocks.Region(
              MathStyle.DISPLAY,
              new Span(start, end),
              container == RegionBlocks.Container.QUOTE ? withoutQuoteMarks(tex) : tex));
    }
  }
}
