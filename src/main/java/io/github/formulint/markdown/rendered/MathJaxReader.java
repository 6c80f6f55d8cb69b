package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.rendered.PageStrings.PageString;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads as MathJax 3 (and 4) does on the page that CommonMark makes: it looks for delimiters in the
 * text between elements, so emphasis cuts a formula in two, and TeX is what Markdown leaves of it.
 * See {@link MathJaxFinder} and {@link PageStrings} for the rules. Immutable and thread-safe.
 */
public final class MathJaxReader implements MarkdownReader {

  private final MathJaxFinder finder;
  private final Function<MappedText, RenderedPage> pages;

  private MathJaxReader(MathJaxFinder finder, Function<MappedText, RenderedPage> pages) {
    this.finder = finder;
    this.pages = pages;
  }

  /** Returns the reader with MathJax's own delimiters: no single dollar. */
  public static MathJaxReader withDefaultDelimiters() {
    return new MathJaxReader(MathJaxFinder.withDefaultDelimiters(), RenderedPage::of);
  }

  /** Returns the reader with {@code $} for inline math besides, as most sites set it. */
  public static MathJaxReader withDollars() {
    return new MathJaxReader(MathJaxFinder.withDollars(), RenderedPage::of);
  }

  /**
   * Returns the reader with the same delimiters on the page that another parser makes.
   *
   * @param maker makes the page
   */
  public MathJaxReader behind(PageMaker maker) {
    return new MathJaxReader(finder, markdown -> RenderedPage.ofHtml(maker.htmlOf(markdown)));
  }

  @Override
  public Reading read(SourceFile document) {
    return FormulaOrder.reading(formulasOf(pages.apply(DocumentBody.of(document)), finder));
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
