package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.commonmark.FootnoteBlocks;
import io.github.formulint.markdown.flavor.AutolinkLiterals;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.FlavorReader;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.markdown.flavor.LineIndents;
import io.github.formulint.markdown.flavor.MathBlock;
import io.github.formulint.markdown.flavor.MathInline;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;

/**
 * Reads as remark-math does, with remark-gfm beside it and rehype-katex behind it: the way of
 * Docusaurus and of most React applications.
 *
 * <p>The rules are those of remark-math 6 (micromark-extension-math 3.1, mdast-util-math 3), with
 * which the reading was compared. Immutable and thread-safe.
 */
public sealed class RemarkReader extends FlavorReader
    permits CherryStudio2Reader, StreamdownReader {

  private final int shortestOpener;
  private final IndentedCodeRule indentedCode;

  RemarkReader(int shortestOpener, IndentedCodeRule indentedCode) {
    this.shortestOpener = shortestOpener;
    this.indentedCode = indentedCode;
  }

  /** Returns the reader with remark-math's own settings: a single dollar opens a formula. */
  public static RemarkReader withSingleDollars() {
    return new RemarkReader(1, IndentedCodeRule.CODE);
  }

  /** Returns the reader with {@code singleDollarTextMath: false}. */
  public static RemarkReader withoutSingleDollars() {
    return new RemarkReader(2, IndentedCodeRule.CODE);
  }

  /**
   * Returns this reader with micromark's construct {@code codeIndented} disabled, as MDX has it.
   */
  public RemarkReader withoutIndentedCode() {
    return new RemarkReader(shortestOpener, IndentedCodeRule.TEXT);
  }

  @Override
  protected List<BlockParserFactory> mathBlocks(DocumentText document) {
    return fences(document, block -> {});
  }

  /**
   * Returns what makes fences and footnotes.
   *
   * @param document the document that is parsed
   * @param mend is handed each fence when it ends
   */
  final List<BlockParserFactory> fences(DocumentText document, Consumer<MathBlock> mend) {
    return List.of(
        new DollarFences(document, indentedCode, mend), indentedCode.applyTo(footnotes()));
  }

  @Override
  protected void extend(Parser.Builder builder, DocumentText document) {
    super.extend(builder, document);
    builder.customInlineContentParserFactory(new AutolinkLiterals());
    indentedCode.applyTo(builder);
  }

  @Override
  protected InlineRule inlineRule() {
    return new DollarRuns(shortestOpener);
  }

  /** One space or line end goes at both ends, as in code (CommonMark 0.31.2, section 6.1). */
  @Override
  protected MappedText inlineTex(MathInline formula, LineIndents indents) {
    MappedText tex = body(formula, indents);
    int end = tex.length();
    boolean isPadded =
        end > 0
            && isPadding(tex.charAt(0))
            && isPadding(tex.charAt(end - 1))
            && tex.toString().chars().anyMatch(c -> !isPadding((char) c));
    return isPadded ? tex.slice(1, end - 1) : tex;
  }

  /** Returns what stands between the delimiters. */
  static MappedText body(MathInline formula, LineIndents indents) {
    DollarMatch.Found match = formula.match();
    return isInCell(formula)
        ? indents.asWritten(formula.text().sourceSpan(match.texStart(), match.texEnd()))
        : indents.restore(formula.text(), match.texStart(), match.texEnd());
  }

  private static boolean isPadding(char c) {
    return c == ' ' || c == '\n';
  }

  /** A cell keeps {@code \|} in formulas (mdast-util-gfm-table mends it in code only). */
  static boolean isInCell(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof TableCell) {
        return true;
      }
    }
    return false;
  }

  /**
   * A fence that nothing closes takes the last line end of its container, unless the container ends
   * at the end of the document or at another container; then mdast-util-math takes one line end off
   * the value.
   */
  @Override
  protected MappedText blockTex(MathBlock block) {
    MappedText tex = block.tex();
    boolean stripped =
        !block.isClosed()
            && tex.length() > 0
            && tex.charAt(tex.length() - 1) == '\n'
            && isBeforeLeaf(block);
    return stripped ? tex.slice(0, tex.length() - 1) : tex;
  }

  private static boolean isBeforeLeaf(Node block) {
    Node at = block;
    while (at != null && at.getNext() == null) {
      at = at.getParent();
    }
    return at != null
        && !(at.getNext() instanceof ListItem
            || at.getNext() instanceof ListBlock
            || at.getNext() instanceof BlockQuote
            || at.getNext() instanceof FootnoteBlocks.Footnote);
  }

  /** rehype-katex takes the class {@code language-math}, which is the first word, in its case. */
  @Override
  protected boolean isMathFence(String info) {
    return info.strip().split("[ \t]", 2)[0].equals("math");
  }
}
