package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.AutolinkLiterals;
import io.github.formulint.markdown.flavor.Blank;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.markdown.flavor.LineIndents;
import io.github.formulint.markdown.flavor.MathInline;
import io.github.formulint.markdown.flavor.MathInlines;
import io.github.formulint.markdown.flavor.RegionBlocks;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;

/**
 * Reads as Cherry Studio 2 shows a message: remark-math, and constructs of its own for brackets,
 * environments, and dollars on the lines of the TeX. What stands in a sentence and holds {@code
 * \\begin} or {@code \\tag}, or is a bracket over several lines, is set on lines of its own.
 *
 * <p>The rules are those of {@code remarkLatexMath} in Cherry Studio 2 ({@code
 * src/renderer/utils/remarkLatexMath.ts}) on streamdown 2.7. Immutable and thread-safe.
 */
public final class CherryStudio2Reader extends RemarkReader {

  private static final Pattern DISPLAY_COMMAND = Pattern.compile("\\\\(?:begin|tag)\\b");
  private static final Pattern DISPLAY_COMMAND_HERE = Pattern.compile("(?:begin|tag)\\b");

  private CherryStudio2Reader(int shortestOpener) {
    super(shortestOpener, IndentedCodeRule.CODE);
  }

  /** Returns the reader with Cherry Studio's own setting: a single dollar opens a formula. */
  public static CherryStudio2Reader withSingleDollars() {
    return new CherryStudio2Reader(1);
  }

  /** Returns the reader with the setting that a single dollar opens nothing. */
  public static CherryStudio2Reader withoutSingleDollars() {
    return new CherryStudio2Reader(2);
  }

  @Override
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    List<BlockParserFactory> blocks = new ArrayList<>();
    blocks.add(new RegionBlocks(document, new LatexBlocks(document)));
    blocks.addAll(fences(document, new MetaRepair(document)));
    return blocks;
  }

  @Override
  protected void extend(Parser.Builder builder, DocumentText document) {
    builder.customInlineContentParserFactory(
        new MathInlines(document, this::inlineRule, Set.of('$', '\\')));
    builder.customInlineContentParserFactory(new AutolinkLiterals());
  }

  @Override
  protected InlineRule inlineRule() {
    return new LatexInlines(super.inlineRule());
  }

  @Override
  protected MappedText inlineTex(MathInline formula, LineIndents indents) {
    Delimiter delimiter = formula.match().delimiter();
    if (!isOwn(delimiter)) {
      return super.inlineTex(formula, indents);
    }
    MappedText tex = body(formula, indents);
    if (delimiter == Delimiter.ENVIRONMENT) {
      return tex;
    }
    MappedText found = LatexBlocks.withoutNested(tex, delimiter == Delimiter.BRACKET ? '[' : '(');
    boolean isDisplay = inlineStyle(formula) == MathStyle.DISPLAY;
    return isDisplay ? LatexBlocks.withoutFirstLineEnd(found) : found;
  }

  /** {@code isDisplayLatexMath}: only what stands in a paragraph itself is set apart from it. */
  @Override
  protected MathStyle inlineStyle(MathInline formula) {
    if (!(formula.getParent() instanceof Paragraph)) {
      return MathStyle.INLINE;
    }
    DollarMatch.Found match = formula.match();
    String tex = formula.text().toString().substring(match.texStart(), match.texEnd());
    boolean isDisplay =
        switch (match.delimiter()) {
          case ENVIRONMENT -> true;
          case BRACKET -> tex.indexOf('\n') >= 0 || DISPLAY_COMMAND.matcher(tex).find();
          case PARENTHESIS -> false;
          default -> match.texStart() - match.start() > 1 && isDollarDisplay(tex);
        };
    return isDisplay ? MathStyle.DISPLAY : MathStyle.INLINE;
  }

  /** {@code demoteLinkMath}: in a link the constructs of Cherry Studio are text. */
  @Override
  protected boolean takes(MathInline formula, DocumentText document) {
    if (!isOwn(formula.match().delimiter())) {
      return true;
    }
    for (Node at = formula.getParent(); at != null; at = at.getParent()) {
      if (at instanceof Link link && isWithAddress(link, document)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithAddress(Link link, DocumentText document) {
    if (link.getSourceSpans().isEmpty()) {
      return true;
    }
    var last = link.getSourceSpans().get(link.getSourceSpans().size() - 1);
    return document.before(document.startOf(last) + last.getLength()) == ')';
  }

  private static boolean isOwn(Delimiter delimiter) {
    return delimiter == Delimiter.PARENTHESIS
        || delimiter == Delimiter.BRACKET
        || delimiter == Delimiter.ENVIRONMENT;
  }

  /** {@code isDollarDisplayMath}. */
  private static boolean isDollarDisplay(String tex) {
    if (tex.indexOf('\n') >= 0) {
      return false;
    }
    boolean found = false;
    for (int i = 0; i < tex.length(); i++) {
      if (tex.charAt(i) == '$') {
        return false;
      }
      if (tex.charAt(i) == '\\') {
        found |= DISPLAY_COMMAND_HERE.matcher(tex).region(i + 1, tex.length()).lookingAt();
        i++;
      }
    }
    return found;
  }

  @Override
  protected MappedText fenceTex(MappedText lines) {
    return lines.length() == 0 ? lines : Blank.withLineEnd(lines);
  }

  @Override
  protected MappedText openFenceTex(MappedText lines) {
    return fenceTex(lines);
  }
}
