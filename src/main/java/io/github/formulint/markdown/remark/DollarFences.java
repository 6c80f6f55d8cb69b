package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.Dollars;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.Blank;
import io.github.formulint.markdown.flavor.Columns;
import io.github.formulint.markdown.flavor.MathBlock;
import io.github.formulint.markdown.flavor.ParsedText;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.node.Block;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Fences of two or more dollars, built like code fences: what follows the opener on its line is an
 * info string and no TeX; the closer has a line of its own and at least as many dollars; without it
 * the formula runs to the end of its container (micromark-extension-math 3.1, {@code
 * math-flow.js}).
 */
final class DollarFences extends AbstractBlockParserFactory {

  private final DocumentText document;
  private final IndentedCodeRule indentedCode;
  private final Consumer<MathBlock> mend;

  /**
   * Makes the factory.
   *
   * @param document the document that is parsed
   * @param indentedCode what lines are that are indented
   * @param mend is handed each fence when it ends
   */
  DollarFences(DocumentText document, IndentedCodeRule indentedCode, Consumer<MathBlock> mend) {
    this.document = document;
    this.indentedCode = indentedCode;
    this.mend = mend;
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    if (indentedCode.isTooDeep(state.getIndent())) {
      return BlockStart.none();
    }
    String line = state.getLine().getContent().toString();
    int start = state.getNextNonSpaceIndex();
    int end = Dollars.runEnd(line, start);
    if (end - start < 2 || line.indexOf('$', end) >= 0) {
      return BlockStart.none();
    }
    return BlockStart.of(new FenceParser(this, end - start, state.getIndent())).atIndex(start);
  }

  /** Takes the lines of a fence; the first one is the opener. */
  private static final class FenceParser extends AbstractBlockParser {
    private final MathBlock block = new MathBlock();
    private final List<SourceLine> lines = new ArrayList<>();
    private final DocumentText document;
    private final IndentedCodeRule indentedCode;
    private final Consumer<MathBlock> mend;
    private final int size;
    private final int indent;
    private int end;

    FenceParser(DollarFences fences, int size, int indent) {
      this.document = fences.document;
      this.indentedCode = fences.indentedCode;
      this.mend = fences.mend;
      this.size = size;
      this.indent = indent;
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      if (!indentedCode.isTooDeep(state.getIndent()) && isCloser(state)) {
        SourceSpan span = state.getLine().getSourceSpan();
        end = document.startOf(span) + span.getLength();
        block.setClosed();
        return BlockContinue.finished();
      }
      return Columns.skip(state, Math.min(indent, state.getIndent()));
    }

    private boolean isCloser(ParserState state) {
      CharSequence line = state.getLine().getContent();
      int start = state.getNextNonSpaceIndex();
      int runEnd = Dollars.runEnd(line, start);
      return runEnd - start >= size && Blank.isSpace(line, runEnd, line.length());
    }

    @Override
    public void addLine(SourceLine line) {
      lines.add(line);
    }

    @Override
    public void closeBlock() {
      MappedText text = ParsedText.of(document, lines);
      int texStart = Math.min(text.length(), lines.get(0).getContent().length() + 1);
      MappedText tex = text.slice(texStart);
      int start = text.sourceStart(0);
      block.fill(new Span(start, Math.max(end, text.sourceEnd(text.length()))), tex);
      mend.accept(block);
    }
  }
}
