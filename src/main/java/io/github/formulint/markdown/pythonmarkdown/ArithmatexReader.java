package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads as MkDocs does: Python-Markdown with MkDocs' own extensions tables and fenced_code, the
 * admonitions, details and tabs that sites with formulas use, and {@code pymdownx.arithmatex} with
 * its smart dollars. A formula in display style is a whole block between blank lines; inside text
 * there are {@code $…$} and {@code \(…\)}.
 *
 * <p>The rules are those of Python-Markdown 3.4 to 3.10 and PyMdown Extensions 9.5 to 10 ({@code
 * arithmatex.py}), with which the reading was compared. Immutable and thread-safe.
 */
public final class ArithmatexReader implements MarkdownReader {

  /** Makes the reader. */
  public ArithmatexReader() {}

  @Override
  public Reading read(SourceFile document) {
    String source = document.text();
    int start = document.hasByteOrderMark() ? 1 : 0;
    MappedText text = Preprocessors.run(MappedText.of(source, new Span(start, source.length())));
    Set<String> references = new HashSet<>();
    Element root = BlockProcessors.parse(text, references);
    List<Formula> formulas = new ArrayList<>();
    LinkPatterns links = new LinkPatterns(references);
    Deque<Element> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Element element = open.pop();
      formulas.addAll(element.formulas);
      formulas.addAll(InlinePatterns.formulas(element.text, element.context, links));
      formulas.addAll(InlinePatterns.formulas(element.tail, element.context, links));
      element.children.forEach(open::push);
    }
    formulas.sort(Comparator.comparing(Formula::span));
    return new Reading(formulas, List.of());
  }
}
