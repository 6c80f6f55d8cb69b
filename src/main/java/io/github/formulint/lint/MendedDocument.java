package io.github.formulint.lint;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Objects;

/**
 * A document that was mended in memory. Immutable.
 *
 * @param before the document as it was read
 * @param result the mended document and what is still wrong in it
 * @param applied the findings that were mended, each with the fix that was applied
 * @param suppressed how many findings got a remark that suppresses them, 0 or more
 */
public record MendedDocument(
    SourceFile before, LintedDocument result, List<Diagnostic> applied, int suppressed) {

  /** Copies the list. */
  public MendedDocument {
    Objects.requireNonNull(before);
    Objects.requireNonNull(result);
    applied = List.copyOf(applied);
  }

  /**
   * Makes a document in which nothing was suppressed.
   *
   * @param before the document as it was read
   * @param result the mended document and what is still wrong in it
   * @param applied the findings that were mended, each with the fix that was applied
   */
  public MendedDocument(SourceFile before, LintedDocument result, List<Diagnostic> applied) {
    this(before, result, applied, 0);
  }

  /** Returns whether mending changed anything. */
  public boolean isChanged() {
    return !applied.isEmpty() || suppressed > 0;
  }
}
