package io.github.formulint.markdown.github;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.commonmark.FootnoteBlocks;
import io.github.formulint.markdown.commonmark.GfmTables;
import io.github.formulint.markdown.commonmark.MarkedInlines;
import io.github.formulint.markdown.commonmark.Parsing;
import io.github.formulint.markdown.flavor.FencedFormula;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads as GitHub shows a document: Markdown first, then dollars in what it leaves of the text, so
 * {@code \{} is a brace, {@code \,} a comma, and emphasis, links and tags cut a formula in two.
 * {@code $`…`$} and code fences with the info string {@code math} are safe from that.
 *
 * <p>The rules are a model made from GitHub's documentation and from published measurements (as of
 * 2026); GitHub's own code is not public. Immutable and thread-safe.
 */
public final class GitHubReader implements MarkdownReader {

  private static final int MAX_OPEN_BLOCKS = 100;
  private static final int MAX_INLINE_NESTING = 100;

  /** What a formula begins with, as it stands or as a character reference. */
  private static final String MARKS = "$&";

  /** The info string of code fences with a formula. */
  private static final String FENCE = "math";

  private static final Reading NOTHING = new Reading(List.of(), List.of());

  /** Makes the reader. */
  public GitHubReader() {}

  @Override
  public Reading read(SourceFile document) {
    if (MARKS.chars().noneMatch(mark -> document.text().indexOf(mark) >= 0)
        && !document.text().contains(FENCE)) {
      return NOTHING;
    }
    // The model takes a byte order mark for a character before the first dollar.
    DocumentText source = new DocumentText(document.text(), 0);
    Node root = Parsing.parse(Lazy.PARSER, document.text());
    List<Formula> formulas = new ArrayList<>();
    Node node = root;
    while (node != null) {
      boolean isText =
          node instanceof Paragraph || node instanceof Heading || node instanceof TableCell;
      if (isText) {
        new GitHubText(source, node).collect(formulas);
      } else if (node instanceof FencedCodeBlock fence && isMath(fence)) {
        FencedFormula.of(source, fence, GitHubReader::readAsHtml).ifPresent(formulas::add);
      }
      node = isText ? nextBeside(node, root) : next(node, root);
    }
    formulas.sort(Comparator.comparing(Formula::span));
    return new Reading(formulas, List.of());
  }

  /** Made when the first document is read; immutable and thread-safe. */
  private static final class Lazy {
    static final Parser PARSER =
        Parser.builder()
            .customBlockParserFactory(new FootnoteBlocks())
            .extensions(
                List.of(
                    GfmTables.create(),
                    StrikethroughExtension.builder().requireTwoTildes(true).build()))
            .inlineParserFactory(MarkedInlines.factory(MARKS))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
            .maxInlineNesting(MAX_INLINE_NESTING)
            .build();
  }

  /**
   * Returns what is left of the text of a fence, which GitHub's page reads as HTML once more before
   * it looks for TeX: {@code a<b} loses all from the {@code <} to the next {@code >}, or to the end
   * (two reports; GitHub's own code is not public, as of 2026-09). A {@code <} before a space is
   * one.
   */
  private static MappedText readAsHtml(MappedText lines) {
    String text = lines.toString();
    MappedText.Builder left = new MappedText.Builder();
    int kept = 0;
    int open = text.indexOf('<');
    while (open >= 0) {
      if (open + 1 < text.length() && beginsTag(text.charAt(open + 1))) {
        left.append(lines, kept, open);
        int close = text.indexOf('>', open);
        kept = close < 0 ? text.length() : close + 1;
        open = text.indexOf('<', kept);
      } else {
        open = text.indexOf('<', open + 1);
      }
    }
    return kept == 0 ? lines : left.append(lines, kept, text.length()).build();
  }

  /** WHATWG HTML, "Tag open state". */
  private static boolean beginsTag(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' || c == '!' || c == '?';
  }

  private static boolean isMath(FencedCodeBlock fence) {
    return fence.getInfo() != null && fence.getInfo().strip().split("\\s", 2)[0].equals(FENCE);
  }

  private static Node next(Node node, Node root) {
    return node.getFirstChild() != null ? node.getFirstChild() : nextBeside(node, root);
  }

  private static Node nextBeside(Node node, Node root) {
    Node at = node;
    while (at != root && at.getNext() == null) {
      at = at.getParent();
    }
    return at == root ? null : at.getNext();
  }
}
