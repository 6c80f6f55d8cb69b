package io.github.formulint.lint;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Dropped;
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
 * @param dropped the findings that are true and not wanted, in order of their place
 */
public record LintedDocument(
    SourceFile document,
    FormulaTally formulas,
    List<Diagnostic> diagnostics,
    List<PlatformCounts> platforms,
    List<Dropped> dropped) {

  /** Copies the lists. */
  public LintedDocument {
    Objects.requireNonNull(document);
    Objects.requireNonNull(formulas);
    diagnostics = List.copyOf(diagnostics);
    platforms = List.copyOf(platforms);
    dropped = List.copyOf(dropped);
  }

  /**
   * Makes a document of which all findings are wanted.
   *
   * @param document the document
   * @param formulas how many formulas it has
   * @param diagnostics the findings, in order of their place
   * @param platforms what each platform asked for makes of the formulas
   */
  public LintedDocument(
      SourceFile document,
      FormulaTally formulas,
      List<Diagnostic> diagnostics,
      List<PlatformCounts> platforms) {
    this(document, formulas, diagnostics, platforms, List.of());
  }

  /**
   * Returns a document in which nothing was looked for.
   *
   * @param document the document
   */
  public static LintedDocument unchecked(SourceFile document) {
    return new LintedDocument(document, FormulaTally.of(0), List.of(), List.of());
  }

  /**
   * Returns this document with the findings parted into those that are wanted and the others.
   *
   * @param wanted the findings that are wanted, in order of their place
   * @param unwanted the others, in order of their place
   */
  public LintedDocument choosing(List<Diagnostic> wanted, List<Dropped> unwanted) {
    return new LintedDocument(document, formulas, wanted, platforms, unwanted);
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
