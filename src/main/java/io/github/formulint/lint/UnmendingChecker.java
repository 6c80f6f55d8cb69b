package io.github.formulint.lint;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.UnreadableSourceException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Checks as another does, and leaves documents as they are. Immutable, and thread-safe as the other
 * is.
 *
 * @param checker checks the documents
 */
public record UnmendingChecker(Checker checker) implements Checker {

  /** Checks that nothing is missing. */
  public UnmendingChecker {
    Objects.requireNonNull(checker);
  }

  @Override
  public LintedDocument check(SourceBytes document) throws UnreadableSourceException {
    return checker.check(document);
  }

  @Override
  public MendedDocument mend(SourceBytes document, Set<Applicability> allowed)
      throws UnreadableSourceException {
    LintedDocument result = checker.check(document);
    return new MendedDocument(result.document(), result, List.of());
  }
}
