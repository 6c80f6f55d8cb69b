package io.github.formulint.markdown.markdownit;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.AutolinkLiterals;
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
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;

/**
 * Reads as Zenn does: {@code $…$} and {@code $$…$$} on one line with no white space inside, no
 * digit before or behind, and {@code $$} as a block that holds no dollar. HTML is text.
 *
 * <p>The rules are those of zenn-markdown-html 0.5 ({@code md-katex.ts}), on markdown-it 14 without
 * HTML. Immutable and thread-safe.
 */
public final class ZennReader extends MarkdownItReader {

  /** Makes the reader. */
  public ZennReader() {}

  @Override
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    return List.of(
        new ColonFences(), new RegionBlocks(document, new ZennBlocks(document)), footnotes());
  }

  @Override
  protected void extend(Parser.Builder builder, DocumentText document) {
    builder.enabledBlockTypes(
        Set.of(
            BlockQuote.class,
            Heading.class,
            FencedCodeBlock.class,
            ThematicBreak.class,
            ListBlock.class,
            IndentedCodeBlock.class));
    builder.customInlineContentParserFactory(new MathInlines(document, this::inlineRule));
    builder.customInlineContentParserFactory(new AutolinkLiterals());
    builder.customInlineContentParserFactory(new TagsAsText());
  }

  @Override
  protected InlineRule inlineRule() {
    return new ZennDollars();
  }

  @Override
  protected boolean readsImages() {
    return false;
  }

  /** {@code inlineRules}: the nearest closer decides, and what stands behind it. */
  private static final class ZennDollars implements InlineRule {

    /** What a formula must not run over: the rest of a link. */
    private static final String LINK = "](http";

    private CloserIndex lineEnds;
    private CloserIndex dollars;
    private CloserIndex links;
    private CloserIndex singles;
    private CloserIndex pairs;

    @Override
    public DollarMatch at(String text, int index, char before) {
      if (before == '\\' || isDigit(before)) {
        return new DollarMatch.Literal(index + 1);
      }
      if (lineEnds == null) {
        lineEnds = new CloserIndex(text, i -> isLineEnd(text.charAt(i)));
        dollars = new CloserIndex(text, i -> text.charAt(i) == '$');
        links = new CloserIndex(text, i -> text.startsWith(LINK, i));
        singles = new CloserIndex(text, i -> text.charAt(i) == '$' && isBehindText(text, i));
        pairs = new CloserIndex(text, i -> text.startsWith("$$", i) && isBehindText(text, i));
      }
      if (text.startsWith("$$", index)) {
        int body = index + 2;
        int lineEnd = orEnd(lineEnds.from(Math.min(body + 1, text.length())), text);
        int close = close(text, body, pairs, "$$", hasLink(body + 1, lineEnd));
        if (close >= 0 && !isDigitAt(text, close + 2)) {
          return DollarMatch.Found.doubleDollar(MathStyle.DISPLAY, index, close);
        }
      }
      int body = index + 1;
      int nextDollar = orEnd(dollars.from(Math.min(body + 1, text.length())), text);
      int close = close(text, body, singles, "$", hasLink(body + 1, nextDollar));
      return close < 0 || isDigitAt(text, close + 1)
          ? new DollarMatch.Literal(index + 1)
          : DollarMatch.Found.inline(index, close);
    }

    /** A link whose {@code ](http} begins before the end counts. */
    private boolean hasLink(int from, int end) {
      int link = links.from(from);
      return link >= 0 && link < end;
    }

    private static int orEnd(int offset, String text) {
      return offset < 0 ? text.length() : offset;
    }

    private int close(String text, int body, CloserIndex closers, String closer, boolean isLink) {
      if (body >= text.length() || isSpace(text.charAt(body))) {
        return -1;
      }
      if (text.startsWith(closer, body + 1)) {
        return body + 1;
      }
      int close = isLink ? -1 : closers.from(body + 2);
      int lineEnd = lineEnds.from(body);
      return close >= 0 && (lineEnd < 0 || close < lineEnd) ? close : -1;
    }

    private static boolean isBehindText(String text, int index) {
      return index > 0 && !isSpace(text.charAt(index - 1));
    }

    private static boolean isLineEnd(char c) {
      return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
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

  /** {@code blockRules}: up to the next dollar, which must be two. */
  private record ZennBlocks(DocumentText document) implements RegionBlocks.RegionRule {

    @Override
    public Optional<RegionBlocks.Region> at(int start, RegionBlocks.Container container) {
      String text = document.text();
      int close = text.indexOf('$', start + 2);
      if (close <= start + 2 || !text.startsWith("$$", close)) {
        return Optional.empty();
      }
      MappedText tex = RawText.of(document, start + 2, close);
      int end = TexmathReader.numberEnd(text, close + 2);
      return Optional.of(
          new RegionBlocks.Region(
              MathStyle.DISPLAY,
              new Span(start, end),
              container == RegionBlocks.Container.QUOTE
                  ? TexmathReader.withoutQuoteMarks(tex)
                  : tex));
    }
  }
}
