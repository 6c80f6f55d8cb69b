package io.github.formulint.fix;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Objects;

/**
 * A document, how it is read and judged, and what the rules find in it. Immutable.
 *
 * @param context the document, its formulas and their verdicts
 * @param diagnostics the findings, sorted by place
 */
public record Analysis(DocumentContext context, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public Analysis {
    Objects.requireNonNull(context);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Reads a document, judges its formulas and runs the rules. Implementations are thread-safe. */
  public interface Analyzer {

    /**
     * Returns what is found in a document; its fixes are not proven.
     *
     * @param document the document
     */
    Analysis analyze(SourceFile document);

    /**
     * Returns what is found in a document but for findings about platforms, which are costly to
     * explain: what a proof compares.
     *
     * @param mended a document with edits
     */
    Analysis analyzeForProof(SourceFile mended);
  }
}
