package io.github.formulint.markdown.github;

import io.github.formulint.markdown.CharacterReferences;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Dollars;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.Contexts;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.Blank;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.RawText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** The text of a paragraph, heading or cell as GitHub looks through it. Not thread-safe. */
final class GitHubText {

  /** Ends a row of TeX, and is an escaped backslash of Markdown. */
  private static final String ROW_BREAK = "\\\\";

  private final DocumentText document;
  private final Node block;
  private final boolean canDisplay;
  private final List<Formula> found = new ArrayList<>();
  private MappedText.Builder run = new MappedText.Builder();
  private int lastEnd;

  /** Offset of the dollar that closed the last {@code $`…`$}. */
  private int closer = -1;

  private boolean hasElements;
  private boolean onlyDoubles = true;

  GitHubText(DocumentText document, Node block) {
    this.document = document;
    this.block = block;
    this.canDisplay = block instanceof Paragraph && !Contexts.isInList(block);
  }

  /** Adds the formulas of the text. */
  void collect(List<Formula> formulas) {
    walk();
    endRun();
    boolean display = canDisplay && !hasElements && onlyDoubles;
    for (Formula formula : found) {
      boolean isDouble = formula.delimiter() == Delimiter.DOUBLE_DOLLAR;
      formulas.add(display && isDouble ? displayed(formula) : formula);
    }
  }

  /** Goes over the nodes in order, without recursion; every element ends a run of text. */
  private void walk() {
    Node node = block.getFirstChild();
    while (node != null) {
      if (node instanceof Text text) {
        add(text);
      } else if (node instanceof SoftLineBreak) {
        int lineEnd = document.lineEnd(lastEnd);
        run.append('\n', lineEnd, document.afterLineEnd(lineEnd));
      } else if (node instanceof Code code && isBetweenDollars(code) && endsInDollar()) {
        hasElements = true;
        addCode(code);
      } else {
        hasElements = true;
        endRun();
      }
      if (node.getFirstChild() != null && !(node instanceof Image)) {
        node = node.getFirstChild();
        continue;
      }
      while (node != block && node.getNext() == null) {
        node = node.getParent();
        if (node != block) {
          endRun();
        }
      }
      node = node == block ? null : node.getNext();
    }
  }

  private void add(Text text) {
    MappedText.Builder markdown = new MappedText.Builder();
    int taken = 0;
    for (SourceSpan span : text.getSourceSpans()) {
      int start = document.startOf(span);
      taken = Math.max(taken, start == closer ? 1 : 0);
      lastEnd = start + span.getLength();
      markdown.append(document.text(), new Span(start == closer ? start + 1 : start, lastEnd));
    }
    String literal = text.getLiteral().substring(taken);
    MappedText shown = CharacterReferences.inMarkdown(markdown.build(), literal);
    if (endsInLineBreak(text)) {
      int backslashes = endOfLetters() - ROW_BREAK.length();
      run.append(shown, 0, shown.length() - 1);
      run.append(document.text(), new Span(backslashes, backslashes + ROW_BREAK.length()));
    } else {
      run.append(shown);
    }
  }

  /**
   * Returns whether a line ends in {@code \\}. GitHub keeps both there, and one of two elsewhere
   * (github/markup#1547 of 2022, PolymathicAI/the_well#4 of December 2024, aelassas/servy#6113 of
   * August 2026).
   */
  private boolean endsInLineBreak(Text text) {
    return text.getNext() instanceof SoftLineBreak
        && text.getLiteral().endsWith("\\")
        && document.text().startsWith(ROW_BREAK, endOfLetters() - ROW_BREAK.length());
  }

  /** Returns where the white space begins that ends the text so far. */
  private int endOfLetters() {
    int end = lastEnd;
    while (end > 0 && Character.isWhitespace(document.at(end - 1))) {
      end--;
    }
    return end;
  }

  /** Returns whether a dollar that closed nothing stands before. */
  private boolean endsInDollar() {
    return run.length() > 0 && run.last() == '$';
  }

  private static boolean isBetweenDollars(Code code) {
    if (!(code.getPrevious() instanceof Text before && code.getNext() instanceof Text after)) {
      return false;
    }
    String left = before.getLiteral();
    int dollar = left.length() - 1;
    return left.endsWith("$")
        && after.getLiteral().startsWith("$")
        && (dollar == 0 || !isWord(left.charAt(dollar - 1)));
  }

  /** {@code $`…`$}: what stands between is as the author wrote it. */
  private void addCode(Code code) {
    MappedText before = run.build();
    int dollar = before.sourceStart(before.length() - 1);
    run = new MappedText.Builder().append(before, 0, before.length() - 1);
    endRun();
    onlyDoubles = false;
    SourceSpan first = code.getSourceSpans().get(0);
    SourceSpan last = code.getSourceSpans().get(code.getSourceSpans().size() - 1);
    int start = document.startOf(first);
    int end = document.startOf(last) + last.getLength();
    lastEnd = end;
    closer = end;
    int ticks = 0;
    while (document.at(start + ticks) == '`') {
      ticks++;
    }
    MappedText raw = Blank.onOneLine(RawText.of(document, start + ticks, end - ticks));
    int padding = raw.length() > code.getLiteral().length() ? 1 : 0;
    MappedText tex = raw.slice(padding, Math.max(padding, raw.length() - padding));
    found.add(
        new Formula(
            Delimiter.DOLLAR_BACKTICK,
            MathStyle.INLINE,
            new Span(dollar, end + 1),
            tex.sourceSpan(0, tex.length()),
            tex.toString(),
            tex.offsets(0, tex.length()),
            Contexts.of(block)));
  }

  private void endRun() {
    MappedText text = run.build();
    run = new MappedText.Builder();
    if (text.length() == 0) {
      return;
    }
    String content = text.toString();
    boolean isParagraph =
        block instanceof Paragraph
            && !hasElements
            && content.length() > 4
            && content.startsWith("$$")
            && content.endsWith("$$")
            && content.indexOf('\n') >= 0
            && !content.substring(2, content.length() - 2).contains("$$");
    if (isParagraph) {
      addParagraph(text);
      return;
    }
    scan(text, content);
  }

  /** A paragraph that is one formula over some lines. */
  private void addParagraph(MappedText text) {
    MappedText tex = text.slice(2, text.length() - 2).strip();
    if (tex.length() > 0) {
      add(
          text,
          new DollarMatch.Found(Delimiter.DOUBLE_DOLLAR, MathStyle.INLINE, 0, 2, 2, text.length()),
          tex);
    }
  }

  private void scan(MappedText text, String content) {
    int textStart = 0;
    for (int i = content.indexOf('$'); i >= 0; ) {
      int open = Dollars.runEnd(content, i);
      DollarMatch.Found match = match(content, i, open);
      if (match == null) {
        i = content.indexOf('$', open);
        continue;
      }
      onlyDoubles &=
          match.delimiter() == Delimiter.DOUBLE_DOLLAR && content.substring(textStart, i).isBlank();
      add(text, match, text.slice(match.texStart(), match.texEnd()));
      textStart = match.end();
      i = content.indexOf('$', match.end());
    }
    onlyDoubles &= content.substring(textStart).isBlank();
  }

  /** The first run of dollars behind the opener decides; if it does not fit, there is none. */
  private static DollarMatch.Found match(String text, int start, int open) {
    int size = open - start;
    int close = text.indexOf('$', open);
    boolean opens = start == 0 || " \t\n(".indexOf(text.charAt(start - 1)) >= 0;
    if (size > 2 || !opens || close < 0 || text.substring(open, close).indexOf('\n') >= 0) {
      return null;
    }
    int end = Dollars.runEnd(text, close);
    if (end - close != size || end < text.length() && isWord(text.charAt(end))) {
      return null;
    }
    boolean spaced =
        Character.isWhitespace(text.charAt(open)) || Character.isWhitespace(text.charAt(close - 1));
    if (size == 1 && spaced) {
      return null;
    }
    return size == 1
        ? DollarMatch.Found.inline(start, close)
        : DollarMatch.Found.doubleDollar(MathStyle.INLINE, start, close);
  }

  private void add(MappedText text, DollarMatch.Found match, MappedText tex) {
    Span span = text.sourceSpan(match.start(), match.end());
    Span texSpan = tex.sourceSpan(0, tex.length());
    if (span.contains(texSpan)) {
      found.add(
          new Formula(
              match.delimiter(),
              MathStyle.INLINE,
              span,
              texSpan,
              tex.toString(),
              tex.offsets(0, tex.length()),
              Contexts.of(block)));
    }
  }

  private static Formula displayed(Formula formula) {
    return new Formula(
        formula.delimiter(),
        MathStyle.DISPLAY,
        formula.span(),
        formula.texSpan(),
        formula.tex(),
        formula.offsets(),
        formula.context());
  }

  private static boolean isWord(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
