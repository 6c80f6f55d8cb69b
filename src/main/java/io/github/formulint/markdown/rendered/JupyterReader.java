package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads as JupyterLab 4 does: formulas are taken out of the raw text, the rest is rendered, the
 * formulas are put back as they were, and MathJax looks for its delimiters on the page. So a
 * formula is safe from Markdown, but inside a quote or list it keeps the marks of its lines; and
 * what Markdown leaves of other dollars, such as {@code \$5 and \$6}, may become a formula still.
 *
 * <p>The rules are those of {@code packages/rendermime/src/latex.ts} ({@code removeMath}, {@code
 * replaceMath}) and of the MathJax settings in {@code packages/mathjax-extension} of JupyterLab 4.
 * Immutable and thread-safe.
 */
public final class JupyterReader implements MarkdownReader {

  private static final Pattern MARK = Pattern.compile("@@(\\d+)@@");
  private static final MathJaxFinder FINDER = MathJaxFinder.withDollars();

  /** Makes the reader. */
  public JupyterReader() {}

  @Override
  public Reading read(SourceFile document) {
    RemovedMath removed = RemovedMath.of(DocumentBody.of(document));
    RenderedPage page = RenderedPage.of(removed.text());
    return FormulaOrder.reading(
        MathJaxReader.formulasOf(page.withHtml(putBack(page.html(), removed)), FINDER));
  }

  private static MappedText putBack(MappedText html, RemovedMath removed) {
    MappedText.Builder result = new MappedText.Builder();
    Matcher mark = MARK.matcher(html);
    int at = 0;
    while (mark.find()) {
      result.append(html, at, mark.start());
      at = mark.end();
      String number = mark.group(1);
      int index = number.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(number);
      if (index < removed.math().size()) {
        result.append(removed.math().get(index));
      }
    }
    return result.append(html, at, html.length()).build();
  }
}
