package io.github.formulint.markdown.platform;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * Reads what the author meant, as far as it stands between delimiters that the documentation of a
 * platform names. For platforms that could not be run: that they read no other delimiters is sure,
 * but not what may stand beside or inside a delimiter. Immutable and thread-safe.
 */
final class DocumentedDelimiters implements MarkdownReader {

  private final MarkdownReader universal = new UniversalReader();
  private final Set<Delimiter> delimiters;

  private final boolean spaceCloses;

  private DocumentedDelimiters(Set<Delimiter> delimiters, boolean spaceCloses) {
    this.delimiters = delimiters;
    this.spaceCloses = spaceCloses;
  }

  /**
   * Returns the reader of a platform.
   *
   * @param delimiters the delimiters that its documentation names
   */
  static DocumentedDelimiters of(Delimiter... delimiters) {
    return new DocumentedDelimiters(Set.of(delimiters), true);
  }

  /** Returns this reader for a platform where a dollar behind a space closes nothing. */
  DocumentedDelimiters withoutSpaceBeforeCloser() {
    return new DocumentedDelimiters(delimiters, false);
  }

  @Override
  public Reading read(SourceFile document) {
    return new Reading(
        universal.read(document).formulas().stream()
            .filter(formula -> delimiters.contains(formula.delimiter()))
            .filter(formula -> spaceCloses || !endsInSpace(formula, document.text()))
            .toList(),
        List.of());
  }

  private static boolean endsInSpace(Formula formula, String text) {
    return formula.delimiter() == Delimiter.DOLLAR
        && Character.isWhitespace(text.charAt(formula.span().end() - 2));
  }
}
