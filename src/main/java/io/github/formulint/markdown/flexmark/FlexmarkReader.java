package io.github.formulint.markdown.flexmark;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.rendered.MathJaxReader;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.List;

/**
 * Reads with flexmark-java 0.64.8. Flexmark is loaded with the first document, not before.
 * Immutable and thread-safe.
 */
public final class FlexmarkReader implements MarkdownReader {

  private enum Kind {
    GITLAB,
    GITBUCKET
  }

  private final Kind kind;

  private FlexmarkReader(Kind kind) {
    this.kind = kind;
  }

  /**
   * Returns the reader of Flexmark's GitLab extension, set up as it comes, with tables: {@code
   * $`x`$} is a formula, and so is a fence whose language is {@code math}.
   */
  public static FlexmarkReader gitlab() {
    return new FlexmarkReader(Kind.GITLAB);
  }

  /**
   * Returns the reader of the plugin markdown-enhanced of GitBucket: Flexmark's GitHub profile, its
   * GitLab extension, and the plugin's own parser of {@code $…$}, {@code $$…$$}, {@code \(…\)} and
   * {@code \[…\]}.
   */
  public static FlexmarkReader gitBucket() {
    return new FlexmarkReader(Kind.GITBUCKET);
  }

  /**
   * Returns the reader of Maven's site: the page that doxia-module-markdown makes, in which MathJax
   * looks for its own delimiters: no single dollar.
   */
  public static MarkdownReader mavenSite() {
    return MathJaxReader.withDefaultDelimiters().behind(markdown -> DoxiaPage.htmlOf(markdown));
  }

  /** Returns the reader of Maven's site where MathJax is told to take {@code $}, too. */
  public static MarkdownReader mavenSiteWithDollars() {
    return MathJaxReader.withDollars().behind(markdown -> DoxiaPage.htmlOf(markdown));
  }

  @Override
  public Reading read(SourceFile document) {
    int start = document.hasByteOrderMark() ? 1 : 0;
    MappedText text = MappedText.of(document.text(), new Span(start, document.text().length()));
    return new Reading(
        MathNodes.formulas(text, kind == Kind.GITLAB ? Dialects.GITLAB : Dialects.GITBUCKET),
        List.of());
  }
}
