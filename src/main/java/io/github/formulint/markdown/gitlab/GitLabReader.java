package io.github.formulint.markdown.gitlab;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Dollars;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.commonmark.GfmTables;
import io.github.formulint.markdown.flavor.AutolinkLiterals;
import io.github.formulint.markdown.flavor.Blank;
import io.github.formulint.markdown.flavor.CloserIndex;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.FlavorReader;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.markdown.flavor.LineIndents;
import io.github.formulint.markdown.flavor.MathInline;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;

/**
 * Reads as GitLab does: {@code $…$}, {@code $$…$$} and {@code $`…`$} inside text, and code fences
 * with the info string {@code math}. There is no block of dollars: a display formula is part of a
 * paragraph.
 *
 * <p>The rules are those of comrak 0.4x ({@code handle_dollars}, {@code scan_to_closing_dollar}),
 * with its extensions {@code math_dollars} and {@code math_code}. Immutable and thread-safe.
 */
public final class GitLabReader extends FlavorReader {

  /** Makes the reader. */
  public GitLabReader() {}

  @Override
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    return List.of(footnotes());
  }

  @Override
  protected void extend(Parser.Builder builder, DocumentText document) {
    super.extend(builder, document);
    builder.customInlineContentParserFactory(new AutolinkLiterals());
  }

  @Override
  protected GfmTables tables() {
    return GfmTables.create();
  }

  @Override
  protected InlineRule inlineRule() {
    return new ComrakDollars();
  }

  /** Line ends become spaces, except in {@code $$…$$}. */
  @Override
  protected MappedText inlineTex(MathInline formula, LineIndents indents) {
    MappedText tex = super.inlineTex(formula, indents);
    return formula.match().style() == MathStyle.DISPLAY ? tex : Blank.onOneLine(tex);
  }

  @Override
  protected boolean isMathFence(String info) {
    return info.equals("math");
  }

  @Override
  protected MappedText fenceTex(MappedText lines) {
    return Blank.withLineEnd(lines);
  }

  /** Dollars as pandoc has them: no space inside, no digit behind the closer. */
  private static final class ComrakDollars implements InlineRule {
    private CloserIndex single;
    private CloserIndex pairs;
    private CloserIndex ticks;

    @Override
    public DollarMatch at(String text, int index, char before) {
      int open = Dollars.runEnd(text, index);
      int size = open - index;
      if (size == 1 && open < text.length() && text.charAt(open) == '`') {
        return withTick(text, index);
      }
      if (size > 2) {
        return new DollarMatch.Literal(open);
      }
      if (size == 2) {
        int close = pairs(text).from(open);
        return close < 0
            ? new DollarMatch.Literal(open)
            : DollarMatch.Found.doubleDollar(MathStyle.DISPLAY, index, close);
      }
      int close = isSpace(text, open) ? -1 : single(text).from(open);
      return close < 0 || isSpace(text, close - 1) || isDigit(text, close + 1)
          ? new DollarMatch.Literal(open)
          : DollarMatch.Found.inline(index, close);
    }

    private DollarMatch withTick(String text, int index) {
      if (ticks == null) {
        ticks = new CloserIndex(text, i -> text.startsWith("`$", i));
      }
      int close = ticks.from(index + 2);
      if (close <= index + 2) {
        return new DollarMatch.Literal(index + 1);
      }
      return new DollarMatch.Found(
          Delimiter.DOLLAR_BACKTICK, MathStyle.INLINE, index, index + 2, close, close + 2);
    }

    /** The first dollar that no backslash precedes decides; one backslash is enough. */
    private CloserIndex single(String text) {
      if (single == null) {
        single =
            new CloserIndex(
                text, i -> text.charAt(i) == '$' && (i == 0 || text.charAt(i - 1) != '\\'));
      }
      return single;
    }

    private CloserIndex pairs(String text) {
      if (pairs == null) {
        pairs = new CloserIndex(text, i -> text.startsWith("$$", i));
      }
      return pairs;
    }

    private static boolean isSpace(String text, int index) {
      return index < text.length() && " \t\n\r\f\u000B".indexOf(text.charAt(index)) >= 0;
    }

    private static boolean isDigit(String text, int index) {
      return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
  }
}
