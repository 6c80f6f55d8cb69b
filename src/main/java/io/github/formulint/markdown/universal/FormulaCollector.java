package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.StrayDelimiter;
import io.github.formulint.markdown.commonmark.Contexts;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.universal.mark.CutFormula;
import io.github.formulint.markdown.universal.mark.Match;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;

/**
 * Goes over the tree of a document, without recursion, and makes the reading of it. Not
 * thread-safe; one for each document.
 */
final class FormulaCollector {

  /** What the info string of a fence of formulas begins with, in any case. */
  private static final String FENCE = "math";

  private final DocumentText document;
  private final List<Formula> formulas = new ArrayList<>();
  private final List<StrayDelimiter> strays = new ArrayList<>();

  FormulaCollector(DocumentText document) {
    this.document = document;
  }

  /** Returns the reading of the document with this tree. */
  Reading collect(Node root) {
    Node node = root;
    while (node != null) {
      boolean enter = visit(node);
      if (enter && node.getFirstChild() != null) {
        node = node.getFirstChild();
        continue;
      }
      while (node != null && node != root && node.getNext() == null) {
        node = node.getParent();
      }
      node = node == null || node == root ? null : node.getNext();
    }
    formulas.sort(Comparator.comparing(Formula::span));
    strays.sort(Comparator.comparing(StrayDelimiter::mark));
    return new Reading(formulas, strays);
  }

  /** Takes what stands at a node and returns whether to look at its children. */
  private boolean visit(Node node) {
    if (node instanceof MatchNode match) {
      add(match, Contexts.of(node));
    } else if (node instanceof HtmlBlock html) {
      BlockText text = BlockText.of(document, linesOf(html));
      new PlainText(text).matches().forEach(match -> add(match, FormulaContext.HTML));
    } else if (node instanceof FencedCodeBlock fence && isMath(fence)) {
      addFence(fence);
    } else if (node instanceof TableRow row && TableRowText.splitsFormula(document, row)) {
      new PlainText(TableRowText.of(document, row))
          .matches()
          .forEach(match -> add(match, FormulaContext.TABLE_CELL));
      return false;
    }
    return !(node instanceof Image);
  }

  private static boolean isMath(FencedCodeBlock fence) {
    String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
    return holdsFence(info) && info.split("\\s", 2)[0].equalsIgnoreCase(FENCE);
  }

  /**
   * Returns whether the text of a document may hold a fence of formulas: its name stands there, or
   * characters by their numbers, which may spell it.
   *
   * @param text the text of a document
   */
  static boolean mayHoldFence(String text) {
    return holdsFence(text) || text.contains("&#");
  }

  private static boolean holdsFence(String text) {
    for (int i = FENCE.length() - 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == 'h' || c == 'H')
          && text.regionMatches(true, i - FENCE.length() + 1, FENCE, 0, FENCE.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the lines of a block; the parser keeps no span of a blank one. */
  private List<SourceLine> linesOf(Node block) {
    List<SourceLine> lines = new ArrayList<>();
    int next = -1;
    for (SourceSpan span : block.getSourceSpans()) {
      for (int i = next; next >= 0 && i < span.getLineIndex(); i++) {
        lines.add(SourceLine.of("", null));
      }
      int start = document.startOf(span);
      lines.add(SourceLine.of(document.text().substring(start, start + span.getLength()), span));
      next = span.getLineIndex() + 1;
    }
    return lines;
  }

  private void addFence(FencedCodeBlock fence) {
    List<SourceLine> lines = linesOf(fence);
    for (int i = 1; i < lines.size(); i++) {
      lines.set(i, withoutIndent(lines.get(i), fence));
    }
    BlockText text = BlockText.of(document, lines);
    String content = text.content();
    int openerEnd = content.indexOf('\n');
    int texStart = openerEnd < 0 ? content.length() : openerEnd + 1;
    int closer =
        fence.getClosingFenceLength() == null ? content.length() : content.lastIndexOf('\n');
    int texEnd = Math.max(texStart, closer);
    Match match =
        new Match.Found(
            Delimiter.MATH_FENCE, MathStyle.DISPLAY, 0, texStart, texEnd, content.length());
    add(new MatchNode(text, match), Contexts.of(fence));
  }

  /** A line of code loses as many spaces as stand before the fence (CommonMark 0.31.2, 4.5). */
  private static SourceLine withoutIndent(SourceLine line, FencedCodeBlock fence) {
    int indent = fence.getFenceIndent();
    int start = 0;
    while (start < indent
        && start < line.getContent().length()
        && line.getContent().charAt(start) == ' ') {
      start++;
    }
    return line.substring(start, line.getContent().length());
  }

  private void add(MatchNode node, FormulaContext context) {
    BlockText text = node.block();
    if (node.match() instanceof Match.Nested nested) {
      Match.Found found = nested.formula();
      add(new MatchNode(text, found), context);
      strays.add(
          new StrayDelimiter.Nested(
              found.delimiter(),
              text.span(found.start(), found.end()),
              text.span(nested.innerOpener(), found.texStart()),
              new Span(
                  text.span(found.texStart(), found.texEnd()).end(),
                  text.span(found.start(), nested.innerCloserEnd()).end()),
              context));
    } else if (node.match() instanceof Match.Bare bare) {
      strays.add(
          new StrayDelimiter.Missing(
              Delimiter.DOUBLE_DOLLAR, bare.source(), bare.isBracketed(), context));
    } else if (node.match() instanceof Match.Found found) {
      formulas.add(
          new Formula(
              found.delimiter(),
              found.style(),
              text.span(found.start(), found.end()),
              text.span(found.texStart(), found.texEnd()),
              text.content().substring(found.texStart(), found.texEnd()),
              text.offsets(found.texStart(), found.texEnd()),
              context));
      addCut(text, found, context);
    } else if (node.match() instanceof Match.Cut cut) {
      Span opener = text.span(cut.start(), cut.end());
      Span whole = new Span(opener.start(), cut.parts().end());
      strays.add(
          new StrayDelimiter.Cut(cut.delimiter(), opener, whole, cut.parts().blanks(), context));
    } else if (node.match() instanceof Match.Torn torn) {
      Span marks = text.span(torn.start(), torn.end());
      strays.add(new StrayDelimiter.Torn(torn.delimiter(), marks, context));
    } else if (node.match() instanceof Match.Unclosed unclosed) {
      Span opener = text.span(unclosed.start(), unclosed.end());
      strays.add(new StrayDelimiter.Unclosed(unclosed.delimiter(), opener, context));
    } else if (node.match() instanceof Match.Unopened unopened) {
      Span closer = text.span(unopened.start(), unopened.end());
      strays.add(new StrayDelimiter.Unopened(unopened.delimiter(), closer, context));
    } else if (node.match() instanceof Match.Mismatched mismatched) {
      strays.add(
          new StrayDelimiter.Mismatched(
              mismatched.delimiter(),
              text.span(mismatched.start(), mismatched.openerEnd()),
              text.span(mismatched.closerStart(), mismatched.end()),
              context));
    }
  }

  private void addCut(BlockText text, Match.Found found, FormulaContext context) {
    if (found.style() != MathStyle.DISPLAY
        || found.delimiter() == Delimiter.ENVIRONMENT
        || found.delimiter() == Delimiter.MATH_FENCE
        || found.texEnd() - found.texStart() < 2
        || text.content().indexOf('\n', found.start()) < 0) {
      return;
    }
    Span whole = text.span(found.start(), found.end());
    int length = found.delimiter().opener().length();
    int opened = whole.start() + length;
    List<Span> blanks = CutFormula.blanksWithin(document, opened, whole.end() - length);
    if (!blanks.isEmpty()) {
      Span opener = new Span(whole.start(), opened);
      strays.add(new StrayDelimiter.Cut(found.delimiter(), opener, whole, blanks, context));
    }
  }
}
