package io.github.formulint.markdown.commonmark;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.gfm.tables.internal.TableBlockParser;
import org.commonmark.internal.BlockStartImpl;
import org.commonmark.node.Block;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * The tables of commonmark-java, held to the words of GFM 0.29, section 4.10: the header has as
 * many cells as the delimiter row, a row needs no pipe, and the first line of any other block ends
 * the table. Immutable and thread-safe.
 */
public final class GfmTables implements Parser.ParserExtension {

  private static final String BLOCK =
      "#{1,6}(?:\\s|$)|```[^`]*$|~~~|>|(?:[-+*]|\\d{1,9}[.)])(?:\\s|$)|(?:-[ \\t]*){3,}$|(?:_[ \\t]*){3,}$"
          + "|(?:\\*[ \\t]*){3,}$|<(?:[!?]|/?(?i:address|article|aside|blockquote|body|center|details"
          + "|dialog|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html"
          + "|iframe|li|link|main|menu|nav|ol|p|pre|script|section|style|summary|table|tbody|td"
          + "|textarea|tfoot|th|thead|title|tr|ul)(?:\\s|/?>|$))";

  private static final Pattern STARTS_BLOCK = Pattern.compile(BLOCK);

  private static final Pattern STARTS_BLOCK_OR_FORMULA =
      Pattern.compile(BLOCK + "|\\$\\$+[^$]*(?:\\$\\$\\s*)?$");

  private final Pattern interrupter;

  private GfmTables(Pattern interrupter) {
    this.interrupter = interrupter;
  }

  /** Returns the extension for platforms without blocks of formulas. */
  public static GfmTables create() {
    return new GfmTables(STARTS_BLOCK);
  }

  /** Returns the extension for platforms where a line of {@code $$} begins a block. */
  public static GfmTables endedByFormulas() {
    return new GfmTables(STARTS_BLOCK_OR_FORMULA);
  }

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory(new Factory(interrupter));
  }

  /** Returns how many cells a row has. */
  private static int cells(CharSequence row) {
    String text = row.toString().strip();
    int count = 1;
    int end = text.endsWith("|") && !text.endsWith("\\|") ? text.length() - 1 : text.length();
    for (int i = text.startsWith("|") ? 1 : 0; i < end; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '|') {
        count++;
      }
    }
    return count;
  }

  private static final class Factory extends AbstractBlockParserFactory {
    private final TableBlockParser.Factory tables =
        new TableBlockParser.Factory(TablesExtension.DEFAULT_MAX_CELLS);
    private final Pattern interrupter;

    Factory(Pattern interrupter) {
      this.interrupter = interrupter;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      // There is no other way to the parser of a table but through this class.
      if (!(tables.tryStart(state, matched) instanceof BlockStartImpl start)) {
        return BlockStart.none();
      }
      List<SourceLine> header = matched.getParagraphLines().getLines();
      CharSequence line = state.getLine().getContent();
      boolean sameWidth =
          cells(header.get(header.size() - 1).getContent())
              == cells(line.subSequence(state.getIndex(), line.length()));
      return sameWidth
          ? BlockStart.of(new GfmTableParser(start.getBlockParsers()[0], interrupter))
              .atIndex(start.getNewIndex())
              .replaceParagraphLines(1)
          : BlockStart.none();
    }
  }

  private static final class GfmTableParser implements BlockParser {
    private final BlockParser table;
    private final Pattern interrupter;

    GfmTableParser(BlockParser table, Pattern interrupter) {
      this.table = table;
      this.interrupter = interrupter;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      if (state.isBlank() || state.getIndent() >= IndentedTextParser.INDENT) {
        return BlockContinue.none();
      }
      CharSequence line = state.getLine().getContent();
      boolean ends =
          interrupter.matcher(line).region(state.getNextNonSpaceIndex(), line.length()).lookingAt();
      return ends ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public boolean isContainer() {
      return table.isContainer();
    }

    @Override
    public boolean canHaveLazyContinuationLines() {
      return false;
    }

    @Override
    public boolean canContain(Block child) {
      return table.canContain(child);
    }

    @Override
    public Block getBlock() {
      return table.getBlock();
    }

    @Override
    public void addLine(SourceLine line) {
      table.addLine(line);
    }

    @Override
    public void addSourceSpan(SourceSpan span) {
      table.addSourceSpan(span);
    }

    @Override
    public List<DefinitionMap<?>> getDefinitions() {
      return table.getDefinitions();
    }

    @Override
    public void closeBlock() {
      table.closeBlock();
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
      table.parseInlines(inlineParser);
    }
  }
}
