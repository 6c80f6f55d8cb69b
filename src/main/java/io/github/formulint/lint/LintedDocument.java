package io.github.formulint.lint;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.comparison.PlatformCounts;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Objects;

/**
 * A document that was checked. Immutable.
 *
 * @param document the document
 * @param reading its formulas
 * @param diagnostics the findings, in order of their place
 * @param platforms what each platform asked for makes of the formulas
 */
public record LintedDocument(
    SourceFile document,
    Reading reading,
    List<Diagnostic> diagnostics,
    List<PlatformCounts> platforms) {

  /** Copies the lists. */
  public LintedDocument {
    Objects.requireNonNull(document);
    Objects.requireNonNull(reading);
    diagnostics = List.copyOf(diagnostics);
    platforms = List.copyOf(platforms);
  }

  /**
   * Returns how many findings are of a severity.
   *
   * @param severity the severity
   */
  public int count(Severity severity) {
    return (int) diagnostics.stream().filter(each -> each.severity() == severity).count();
  }
}
