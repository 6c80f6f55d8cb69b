package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.rendered.PageStrings.PageString;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads as MathJax 3 (and 4) does on the page that CommonMark makes: it looks for delimiters in the
 * text between elements, so emphasis cuts a formula in two, and TeX is what Markdown leaves of it.
 * See {@link MathJaxFinder} and {@link PageStrings} for the rules. Immutable and thread-safe.
 */
public final class MathJaxReader implements MarkdownReader {

  private final MathJaxFinder finder;

  private MathJaxReader(MathJaxFinder finder) {
    this.finder = finder;
  }

  /** Returns the reader with MathJax's own delimiters: no single dollar. */
  public static MathJaxReader withDefaultDelimiters() {
    return new MathJaxReader(MathJaxFinder.withDefaultDelimiters());
  }

  /** Returns the reader with {@code $} for inline math besides, as most sites set it. */
  public static MathJaxReader withDollars() {
    return new MathJaxReader(MathJaxFinder.withDollars());
  }

  @Override
  public Reading read(SourceFile document) {
    return FormulaOrder.reading(formulasOf(RenderedPage.of(DocumentBody.of(document)), finder));
  }

  /** Returns the formulas of a page, in the order of the page. */
  static List<Formula> formulasOf(RenderedPage page, MathJaxFinder finder) {
    List<Formula> formulas = new ArrayList<>();
    for (PageString string : PageStrings.of(page)) {
      for (FoundFormula found : finder.find(string.text().toString())) {
        found.in(string.text(), string.context()).ifPresent(formulas::add);
      }
    }
    return formulas;
  }
}
