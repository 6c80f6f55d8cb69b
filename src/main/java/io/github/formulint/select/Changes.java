package io.github.formulint.select;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Map;

/** What was changed since a revision. Implementations are immutable and thread-safe. */
public interface Changes {

  /**
   * Returns whether a document was changed at all.
   *
   * @param name the name of the document
   */
  boolean isChanged(String name);

  /**
   * Returns those findings that do not stand on changed lines, each with the reason. The keys are
   * compared by identity.
   *
   * @param document the document
   * @param found findings in it
   */
  Map<Diagnostic, String> outside(SourceFile document, List<Diagnostic> found);
}
