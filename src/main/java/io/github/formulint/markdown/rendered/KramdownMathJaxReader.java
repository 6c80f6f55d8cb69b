package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.kramdown.KramdownReader;
import io.github.formulint.markdown.kramdown.PagePart;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads as most blogs with Jekyll do: kramdown makes {@code \(…\)} and {@code \[…\]} of its {@code
 * $$…$$}, and MathJax looks for its delimiters, {@code $} among them, in what kramdown left of the
 * text. Blocks, and what kramdown takes for formulas, are read as kramdown does; inside of a block
 * emphasis, links and code are those of CommonMark, which differ from kramdown's in rare cases.
 * Kramdown's typographic quotes are not followed: MathJax takes them for primes. Immutable and
 * thread-safe.
 */
public final class KramdownMathJaxReader implements MarkdownReader {

  private static final MathJaxFinder FINDER = MathJaxFinder.withDollars();

  /** Stands for a formula of kramdown while Markdown is read. */
  private static final char MARK = '\uE000';

  /** What kramdown escapes: ESCAPED_CHARS of its parser. */
  private static final String ESCAPABLE = "\\.*_+`<>()[]{}#!:|\"'$=-";

  /** What CommonMark escapes and kramdown does not. */
  private static final String OTHER_ESCAPES = "%&,/;?@^~";

  private final KramdownReader kramdown;

  private KramdownMathJaxReader(KramdownReader kramdown) {
    this.kramdown = kramdown;
  }

  /** Returns the reader behind kramdown's GFM parser, the one Jekyll uses unless told otherwise. */
  public static KramdownMathJaxReader gfm() {
    return new KramdownMathJaxReader(KramdownReader.gfm());
  }

  @Override
  public Reading read(SourceFile document) {
    List<Formula> formulas = new ArrayList<>();
    for (PagePart part : kramdown.parts(document)) {
      switch (part.kind()) {
        case FORMULA -> formulas.addAll(part.formulas());
        case HTML -> formulas.addAll(found(RenderedPage.ofHtml(part.text()), part));
        case TEXT -> {
          if (isMarked(part.text())) {
            formulas.addAll(found(page(part), part));
          }
        }
      }
    }
    return FormulaOrder.reading(formulas);
  }

  private static boolean isMarked(MappedText text) {
    return text.indexOf('$', 0) >= 0 || text.indexOf('\\', 0) >= 0;
  }

  private static RenderedPage page(PagePart part) {
    Map<Integer, Formula> byStart = new HashMap<>();
    part.formulas().forEach(formula -> byStart.put(formula.span().start(), formula));
    RenderedPage page = RenderedPage.ofInlines(withMarks(part.text(), byStart));
    MappedText html = page.html();
    MappedText.Builder result = new MappedText.Builder();
    for (int i = 0; i < html.length(); i++) {
      Formula formula = html.charAt(i) == MARK ? byStart.get(html.sourceStart(i)) : null;
      if (formula == null) {
        result.append(html, i, i + 1);
      } else {
        putBack(formula, result);
      }
    }
    return page.withHtml(result.build());
  }

  private static MappedText withMarks(MappedText text, Map<Integer, Formula> byStart) {
    MappedText.Builder result = new MappedText.Builder();
    for (int i = 0; i < text.length(); i++) {
      Formula formula = text.charAt(i) == '$' ? byStart.get(text.sourceStart(i)) : null;
      if (formula != null) {
        int end = formula.span().end();
        result.append(MARK, text.sourceStart(i), end);
        while (i + 1 < text.length() && text.sourceStart(i + 1) < end) {
          i++;
        }
      } else if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        char next = text.charAt(i + 1);
        boolean breaksLine = next == '\\' && i + 2 < text.length() && text.charAt(i + 2) == '\n';
        if (breaksLine) {
          result.append('\\', text.sourceStart(i), text.sourceEnd(i + 1));
          i++;
        } else if (ESCAPABLE.indexOf(next) >= 0) {
          result.append(text, i, i + 2);
          i++;
        } else {
          if (OTHER_ESCAPES.indexOf(next) >= 0) {
            result.append('\\', text.sourceStart(i), text.sourceStart(i));
          }
          result.append(text, i, i + 1);
        }
      } else {
        result.append(text, i, i + 1);
      }
    }
    return result.build();
  }

  /** As kramdown's converter writes a formula that stands in a line. */
  private static void putBack(Formula formula, MappedText.Builder html) {
    int start = formula.span().start();
    int end = formula.span().end();
    html.append('\\', start, start + 1).append('(', start + 1, start + 2);
    String tex = formula.tex();
    for (int i = 0; i < tex.length(); i++) {
      int place = formula.offsets().toSource(i);
      char c = tex.charAt(i);
      String escaped =
          c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : String.valueOf(c);
      html.append(escaped, place, place + 1);
    }
    html.append('\\', end - 2, end - 1).append(')', end - 1, end);
  }

  /** What MathJax finds; kramdown's own formulas as kramdown takes them. */
  private static List<Formula> found(RenderedPage page, PagePart part) {
    Map<Integer, Formula> own = new HashMap<>();
    part.formulas().forEach(formula -> own.put(formula.span().start(), formula));
    List<Formula> formulas = new ArrayList<>();
    for (PageStrings.PageString string : PageStrings.of(page)) {
      for (FoundFormula found : FINDER.find(string.text().toString())) {
        found
            .in(string.text(), part.context())
            .map(
                formula -> {
                  Formula same = own.get(formula.span().start());
                  return same != null && same.span().equals(formula.span()) ? same : formula;
                })
            .ifPresent(formulas::add);
      }
    }
    return formulas;
  }
}
