package io.github.formulint.markdown.markdownit;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.Backslashes;
import io.github.formulint.markdown.flavor.Blank;
import io.github.formulint.markdown.flavor.CloserIndex;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.InlineRule;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.commonmark.parser.block.BlockParserFactory;

/**
 * Reads as @mdit/plugin-tex does, the plugin of VuePress themes: no space inside single dollars,
 * and {@code $$} only as a block.
 *
 * <p>The rules are those of @mdit/plugin-tex 0.24 with {@code mathFence}. Immutable and
 * thread-safe.
 */
public final class VuePressReader extends MarkdownItReader {

  private final boolean fences;

  private VuePressReader(boolean fences) {
    this.fences = fences;
  }

  /** Makes the reader of VuePress, where a fence {@code math} is a formula. */
  public VuePressReader() {
    this(true);
  }

  /**
   * Returns the reader of VitePress, whose plugin markdown-it-mathjax3 5.2 has the same rules for
   * dollars and knows no fences.
   */
  public static VuePressReader vitePress() {
    return new VuePressReader(false);
  }

  @Override
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    return List.of(new LineBlocks(document, new PluginTexBlocks()));
  }

  @Override
  protected InlineRule inlineRule() {
    return new PluginTexDollars();
  }

  @Override
  protected boolean isMathFence(String info) {
    return fences && info.strip().toLowerCase(Locale.ROOT).equals("math");
  }

  @Override
  protected MappedText fenceTex(MappedText lines) {
    return Blank.withLineEnd(lines);
  }

  private static final class PluginTexDollars implements InlineRule {
    private CloserIndex closers;

    @Override
    public DollarMatch at(String text, int index, char before) {
      int start = index + 1;
      if (closers == null) {
        closers = new CloserIndex(text, i -> text.charAt(i) == '$' && !Backslashes.escape(text, i));
      }
      int close = isSpace(text, start) ? -1 : closers.from(start);
      if (close == start) {
        return new DollarMatch.Literal(start + 1);
      }
      return close < 0 || isSpace(text, close - 1) || isDigit(text, close + 1)
          ? new DollarMatch.Literal(start)
          : DollarMatch.Found.inline(index, close);
    }

    private static boolean isSpace(String text, int index) {
      return index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '\t');
    }

    private static boolean isDigit(String text, int index) {
      return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
  }

  private static final class PluginTexBlocks implements LineBlockRule {

    @Override
    public Opening open(String rest) {
      OptionalInt end = close(rest);
      return end.isPresent() ? new Opening.Closed(0, end.getAsInt()) : new Opening.Open();
    }

    @Override
    public OptionalInt close(String line) {
      int end = line.length();
      while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
        end--;
      }
      return line.startsWith("$$", end - 2) ? OptionalInt.of(end - 2) : OptionalInt.empty();
    }

    @Override
    public MappedText tex(MappedText first, List<MappedText> body, List<MappedText> last) {
      MappedText.Builder tex = new MappedText.Builder();
      if (first.length() > 0) {
        tex.append(Blank.withLineEnd(first));
      }
      body.forEach(tex::append);
      last.stream()
          .filter(line -> line.length() > 0)
          .forEach(line -> tex.append(Blank.withLineEnd(line)));
      return tex.length() == 0 ? first.slice(first.length()) : tex.build();
    }

    @Override
    public AfterContainer afterContainer() {
      return AfterContainer.READ;
    }
  }
}
