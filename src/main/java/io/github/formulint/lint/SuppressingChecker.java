package io.github.formulint.lint;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.fix.Analysis;
import io.github.formulint.fix.FixApplier;
import io.github.formulint.rule.RuleNames;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.UnreadableSourceException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Mends nothing, but writes remarks into a document that suppress what is found. Immutable, and
 * thread-safe as its linter is.
 */
public final class SuppressingChecker implements Checker {

  private final Linter linter;
  private final RuleNames names;
  private final FixApplier.Wanted wanted;

  /**
   * Makes a checker.
   *
   * @param linter finds what is wrong
   * @param names the names of the rules
   * @param wanted which findings are to be suppressed
   */
  public SuppressingChecker(Linter linter, RuleNames names, FixApplier.Wanted wanted) {
    this.linter = Objects.requireNonNull(linter);
    this.names = Objects.requireNonNull(names);
    this.wanted = Objects.requireNonNull(wanted);
  }

  @Override
  public LintedDocument check(SourceBytes document) throws UnreadableSourceException {
    return linter.check(document);
  }

  /** Returns a document with remarks, in memory, and what is found in it then. */
  @Override
  public MendedDocument mend(SourceBytes document, Set<Applicability> allowed)
      throws UnreadableSourceException {
    SourceFile before = document.decode();
    Analysis analysis = linter.analyze(before);
    List<Diagnostic> unwanted = wanted.among(before, analysis.diagnostics());
    if (unwanted.isEmpty()) {
      return new MendedDocument(before, linter.lint(before), List.of());
    }
    SourceFile after = new SuppressionProver(linter, names, wanted, analysis).suppressing(unwanted);
    LintedDocument result = linter.lint(after);
    int left = wanted.among(after, result.diagnostics()).size();
    return new MendedDocument(before, result, List.of(), unwanted.size() - left);
  }
}
