package io.github.formulint.lint;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.comparison.PlatformCounts;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Objects;

/**
 * A document that was checked. Immutable.
 *
 * @param document the document
 * @param formulas how many formulas it has
 * @param diagnostics the findings, in order of their place
 * @param platforms what each platform asked for makes of the formulas
 */
public record LintedDocument(
    SourceFile document,
    FormulaTally formulas,
    List<Diagnostic> diagnostics,
    List<PlatformCounts> platforms) {

  /** Copies the lists. */
  public LintedDocument {
    Objects.requireNonNull(document);
    Objects.requireNonNull(formulas);
    diagnostics = List.copyOf(diagnostics);
    platforms = List.copyOf(platforms);
  }

  /**
   * Returns how many findings are of a severity.
   *
   * @param severity the severity
   */
  public int count(Severity severity) {
    int count = 0;
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == severity) {
        count++;
      }
    }
    return count;
  }
}
