package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.TextSearch;
import io.github.formulint.markdown.commonmark.FootnoteBlocks;
import io.github.formulint.markdown.commonmark.FrontMatter;
import io.github.formulint.markdown.commonmark.NodeSource;
import io.github.formulint.markdown.commonmark.Parsing;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads as {@code pandoc -f gfm} does: CommonMark with the extensions of GFM, formulas between
 * dollars, {@code $`…`$} and code blocks marked {@code math}.
 *
 * <p>The rules are those of {@code Text.Pandoc.Readers.CommonMark} of pandoc 3.10 ({@code
 * tex_math_dollars}, {@code tex_math_gfm}) and of commonmark-extensions. A footnote shows only
 * where the text refers to it. Immutable and thread-safe.
 */
public final class PandocGfmReader implements MarkdownReader {

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), StrikethroughExtension.create());

  private static final Pattern LABEL_END = Pattern.compile("[\\s\\]]");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .customBlockParserFactory(new FootnoteBlocks())
          .customInlineContentParserFactory(new DollarMathParser())
          .customInlineContentParserFactory(new BareUrlParser())
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  /** Makes the reader. */
  public PandocGfmReader() {}

  @Override
  public Reading read(SourceFile document) {
    String source = document.text();
    int start = FrontMatter.endOf(source, document.hasByteOrderMark() ? 1 : 0);
    MappedText markdown = MappedText.of(source, new Span(start, source.length()));
    Collector collector = new Collector(markdown, references(markdown));
    Parsing.parse(PARSER, markdown.toString()).accept(collector);
    return new Reading(collector.formulas, List.of());
  }

  private static Set<String> references(MappedText markdown) {
    Set<String> labels = new HashSet<>();
    String text = markdown.toString();
    TextSearch search = new TextSearch(text);
    int at = text.indexOf("[^");
    while (at >= 0) {
      int end = search.find(LABEL_END, at + 2);
      boolean refers = end > at + 2 && text.charAt(end) == ']' && !text.startsWith(":", end + 1);
      if (refers) {
        labels.add(text.substring(at + 2, end));
      }
      at = text.indexOf("[^", refers ? end + 1 : at + 1);
    }
    return labels;
  }

  private static final class Collector extends AbstractVisitor {
    private final List<Formula> formulas = new ArrayList<>();
    private final NodeSource source;
    private final Set<String> footnotes;

    Collector(MappedText markdown, Set<String> footnotes) {
      this.source = new NodeSource(markdown);
      this.footnotes = footnotes;
    }

    @Override
    public void visit(CustomBlock node) {
      if (!(node instanceof FootnoteBlocks.Footnote) || isReferredTo(node)) {
        visitChildren(node);
      }
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof DollarMath math) {
        formulas.add(dollars(math));
      } else {
        visitChildren(node);
      }
    }

    @Override
    public void visit(FencedCodeBlock fence) {
      String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
      if (info.equals("math") || info.startsWith("math ")) {
        fence(fence).ifPresent(formulas::add);
      }
    }

    private boolean isReferredTo(Node footnote) {
      String text = source.of(footnote).toString();
      int end = text.indexOf(']');
      return end > 2 && footnotes.contains(text.substring(2, end));
    }

    private Formula dollars(DollarMath math) {
      MappedText whole = source.of(math);
      MappedText tex = whole.slice(math.dollars(), whole.length() - math.dollars());
      Delimiter delimiter = math.dollars() == 2 ? Delimiter.DOUBLE_DOLLAR : Delimiter.DOLLAR;
      if (delimiter == Delimiter.DOLLAR) {
        MappedText raw = withoutTicks(tex);
        delimiter = raw.length() < tex.length() ? Delimiter.DOLLAR_BACKTICK : delimiter;
        tex = withSingleBackslashes(raw);
      }
      MathStyle style = math.dollars() == 2 ? MathStyle.DISPLAY : MathStyle.INLINE;
      return formula(delimiter, style, whole.sourceSpan(0, whole.length()), tex, contextOf(math));
    }

    private Optional<Formula> fence(FencedCodeBlock fence) {
      List<MappedText> lines = source.of(fence).lines();
      String literal = fence.getLiteral();
      String content =
          literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
      if (lines.size() < 2 || content.isEmpty()) {
        return Optional.empty();
      }
      MappedText tex = NodeSource.align(lines.subList(1, lines.size()), content);
      MappedText last = lines.get(lines.size() - 1);
      Span span =
          new Span(lines.get(0).sourceStart(0), last.sourceEnd(Math.max(-1, last.length() - 1)));
      return Optional.of(
          formula(Delimiter.MATH_FENCE, MathStyle.DISPLAY, span, tex, contextOf(fence)));
    }

    private static Formula formula(
        Delimiter delimiter, MathStyle style, Span span, MappedText tex, FormulaContext context) {
      return new Formula(
          delimiter,
          style,
          span,
          tex.sourceSpan(0, tex.length()),
          tex.toString(),
          tex.offsets(0, tex.length()),
          context);
    }

    /** {@code handleGfmMathInline}: the backticks of {@code $`…`$} are no TeX. */
    private static MappedText withoutTicks(MappedText tex) {
      int ticks = ticks(tex, 0);
      int end = tex.length() - ticks;
      boolean closed =
          ticks > 0 && end > ticks && ticks(tex, end) == ticks && tex.charAt(end - 1) != '`';
      return closed ? tex.slice(ticks, end) : tex;
    }

    private static int ticks(MappedText tex, int start) {
      int end = start;
      while (end < tex.length() && tex.charAt(end) == '`') {
        end++;
      }
      return end - start;
    }

    /** The same function makes {@code \{} of {@code \\{}, which GitHub's readers are used to. */
    private static MappedText withSingleBackslashes(MappedText tex) {
      String text = tex.toString();
      if (!text.contains("\\\\{") && !text.contains("\\\\}")) {
        return tex;
      }
      MappedText.Builder result = new MappedText.Builder();
      for (int i = 0; i < text.length(); i++) {
        boolean doubled = text.startsWith("\\\\{", i) || text.startsWith("\\\\}", i);
        int start = doubled ? i + 1 : i;
        result.append(tex, start, start + 1);
        i = start;
      }
      return result.build();
    }

    private static FormulaContext contextOf(Node node) {
      for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
        if (parent instanceof TableCell) {
          return FormulaContext.TABLE_CELL;
        } else if (parent instanceof ListItem) {
          return FormulaContext.LIST;
        } else if (parent instanceof BlockQuote) {
          return FormulaContext.QUOTE;
        } else if (parent instanceof Heading) {
          return FormulaContext.HEADING;
        } else if (parent instanceof FootnoteBlocks.Footnote) {
          return FormulaContext.FOOTNOTE;
        }
      }
      return FormulaContext.PARAGRAPH;
    }
  }
}
