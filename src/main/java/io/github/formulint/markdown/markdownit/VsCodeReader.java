package io.github.formulint.markdown.markdownit;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.Backslashes;
import io.github.formulint.markdown.flavor.Blank;
import io.github.formulint.markdown.flavor.CloserIndex;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.markdown.flavor.LineIndents;
import io.github.formulint.markdown.flavor.MathInline;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.block.BlockParserFactory;

/**
 * Reads as the Markdown preview of Visual Studio Code does: no word character of ASCII touches the
 * dollars from outside, and a block of {@code $$} may begin on any line.
 *
 * <p>The rules are those of @vscode/markdown-it-katex 1.1.2 with its fences, as the preview turns
 * them on, and the preview's own, {@code patchInlineMathRule} of {@code extensions/markdown-math}:
 * a dollar before what looks like a program's opens nothing. Immutable and thread-safe.
 */
public final class VsCodeReader extends MarkdownItReader {

  /** An inline tag; what follows it directly is taken for its content. */
  private static final Pattern OPENING_TAG = Pattern.compile("<\\w+.+[^/]>");

  /** Environments that the renderer sets in display mode, wherever they stand. */
  private static final Pattern DISPLAY_ENVIRONMENT =
      Pattern.compile(
          "\\\\begin\\{(?:align|equation|gather|cd|alignat)}", Pattern.CASE_INSENSITIVE);

  private final boolean rendered;

  /** Makes the reader of what the parser takes for a formula. */
  public VsCodeReader() {
    this(false);
  }

  private VsCodeReader(boolean rendered) {
    this.rendered = rendered;
  }

  /**
   * Returns the reader of what the renderer shows: it takes backticks at both ends of a formula in
   * a text away, and sets some environments in display mode ({@code inlineRenderer} of the plugin).
   */
  public static VsCodeReader asRendered() {
    return new VsCodeReader(true);
  }

  @Override
  protected MathStyle inlineStyle(MathInline formula) {
    DollarMatch.Found match = formula.match();
    return rendered
            && DISPLAY_ENVIRONMENT
                .matcher(formula.text().toString())
                .region(match.texStart(), match.texEnd())
                .find()
        ? MathStyle.DISPLAY
        : match.style();
  }

  @Override
  protected MappedText inlineTex(MathInline formula, LineIndents indents) {
    MappedText tex = super.inlineTex(formula, indents);
    int last = tex.length() - 1;
    boolean isTicked =
        rendered
            && formula.match().style() == MathStyle.INLINE
            && last > 1
            && tex.charAt(0) == '`'
            && tex.charAt(last) == '`';
    return isTicked ? tex.slice(1, last) : tex;
  }

  @Override
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    return List.of(new LineBlocks(document, new VsCodeBlocks()));
  }

  @Override
  protected InlineRule inlineRule() {
    return new VsCodeDollars();
  }

  @Override
  protected boolean isMathFence(String info) {
    return info.strip().toLowerCase(Locale.ROOT).equals("math");
  }

  @Override
  protected MappedText fenceTex(MappedText lines) {
    return Blank.withLineEnd(lines);
  }

  /** A single dollar is text if the token before it is an opening tag. */
  @Override
  protected boolean takes(MathInline formula, DocumentText document) {
    if (formula.match().style() == MathStyle.DISPLAY) {
      return true;
    }
    Node before = formula.getPrevious();
    while (before instanceof Text text && isOneToken(text.getLiteral())) {
      before = before.getPrevious();
    }
    return !(before instanceof HtmlInline html && OPENING_TAG.matcher(html.getLiteral()).matches());
  }

  private static boolean isOneToken(String text) {
    return text.indexOf('*') < 0 && text.indexOf('_') < 0 && text.indexOf('~') < 0;
  }

  private static final class VsCodeDollars implements InlineRule {

    /** What looks like a program's dollar when it follows one. */
    private static final String PROGRAM = ".(#'\",;";

    private CloserIndex single;
    private CloserIndex pairs;

    @Override
    public DollarMatch at(String text, int index, char before) {
      return text.startsWith("$$", index) ? pair(text, index, before) : single(text, index, before);
    }

    private DollarMatch pair(String text, int index, char before) {
      int start = index + 2;
      if (before == '$' || before == '\\' || charAt(text, start) == '$') {
        return new DollarMatch.Literal(start);
      }
      if (pairs == null) {
        pairs =
            new CloserIndex(text, i -> text.startsWith("$$", i) && !Backslashes.escape(text, i));
      }
      int close = pairs.from(start);
      if (close == start) {
        return new DollarMatch.Literal(start + 2);
      }
      boolean closes =
          close > 0 && text.charAt(close - 1) != '\\' && charAt(text, close + 2) != '$';
      return closes
          ? DollarMatch.Found.doubleDollar(MathStyle.DISPLAY, index, close)
          : new DollarMatch.Literal(start);
    }

    private DollarMatch single(String text, int index, char before) {
      int start = index + 1;
      char next = charAt(text, start);
      boolean opens = before != '$' && before != '\\' && !isWord(before);
      if (!opens || next != NOTHING && PROGRAM.indexOf(next) >= 0) {
        return new DollarMatch.Literal(start);
      }
      if (single == null) {
        single = new CloserIndex(text, i -> text.charAt(i) == '$' && !Backslashes.escape(text, i));
      }
      int close = single.from(start);
      boolean closes =
          close > start && charAt(text, close + 1) != '$' && !isWord(charAt(text, close + 1));
      return closes ? DollarMatch.Found.inline(index, close) : new DollarMatch.Literal(start);
    }

    private static char charAt(String text, int index) {
      return index < text.length() ? text.charAt(index) : NOTHING;
    }

    private static boolean isWord(char c) {
      return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
  }

  /** {@code blockMath}. */
  private static final class VsCodeBlocks implements LineBlockRule {

    /** Two pairs of dollars on the line of the opener make it a paragraph. */
    @Override
    public Opening open(String rest) {
      int first = rest.indexOf("$$");
      if (first < 0) {
        return new Opening.Open();
      }
      if (rest.indexOf("$$", first + 2) >= 0) {
        return new Opening.None();
      }
      if (first < rest.length() - 2) {
        return new Opening.Open();
      }
      int start = rest.length() - rest.stripLeading().length();
      return new Opening.Closed(Math.min(start, first), first);
    }

    /** Dollars inside a line close it too; what stands before them is lost. */
    @Override
    public OptionalInt close(String line) {
      if (line.stripTrailing().endsWith("$$")) {
        return OptionalInt.of(line.lastIndexOf("$$"));
      }
      return line.contains("$$") ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public MappedText tex(MappedText first, List<MappedText> body, List<MappedText> last) {
      MappedText.Builder tex = new MappedText.Builder();
      if (!first.toString().isBlank()) {
        tex.append(Blank.withLineEnd(first));
      }
      body.forEach(tex::append);
      last.stream().filter(line -> !line.toString().isBlank()).forEach(tex::append);
      return tex.length() == 0 ? first.slice(first.length()) : tex.build();
    }

    @Override
    public AfterContainer afterContainer() {
      return AfterContainer.LOST;
    }
  }
}
