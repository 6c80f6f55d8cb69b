package io.github.formulint.markdown.marked;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.Backslashes;
import io.github.formulint.markdown.flavor.FlavorReader;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.markdown.flavor.LineIndents;
import io.github.formulint.markdown.flavor.MathInline;
import io.github.formulint.markdown.flavor.RawText;
import io.github.formulint.markdown.flavor.RegionBlocks;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Optional;
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
 * <p>The rules are those of marked-katex-extension 5.1 ({@code inlineRule}, {@code blockRule}) and,
 * for the pieces into which a text falls, those of marked 18. Immutable and thread-safe.
 */
public final class MarkedReader extends FlavorReader {

  /** Makes the reader. */
  public MarkedReader() {}

  @Override
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    return List.of(
        new RegionBlocks(document, new MarkedBlocks(document)), new MarkedListText(document));
  }

  @Override
  protected void extend(Parser.Builder builder, DocumentText document) {
    builder.inlineParserFactory(context -> new MarkedInlines(document, context));
  }

  /** No rule is asked: {@link MarkedInlines} finds the formulas of a text. */
  @Override
  protected InlineRule inlineRule() {
    throw new UnsupportedOperationException();
  }

  @Override
  protected MappedText inlineTex(MathInline formula, LineIndents indents) {
    return super.inlineTex(formula, indents).strip();
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
