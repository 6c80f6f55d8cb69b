package io.github.formulint.report;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.PlatformCounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what a run finds, document by document. For one thread. */
public final class SummaryCounter {

  /** Those of the formulas seen. */
  private final Set<Long> fingerprints = new HashSet<>();

  private final Map<RuleId, Integer> rules = new HashMap<>();
  private final Map<Platform, PlatformCounts> platforms = new LinkedHashMap<>();
  private int files;
  private long formulas;
  private int errors;
  private int warnings;
  private int fixable;
  private int unsafelyFixable;
  private int fixed;

  /**
   * Counts a document.
   *
   * @param result the document and what was found in it
   */
  public void add(LintedDocument result) {
    files++;
    formulas += result.formulas().count();
    for (long fingerprint : result.formulas().fingerprints()) {
      fingerprints.add(fingerprint);
    }
    for (PlatformCounts counts : result.platforms()) {
      platforms.merge(counts.platform(), counts, PlatformCounts::plus);
    }
    errors += result.count(Severity.ERROR);
    warnings += result.count(Severity.WARNING);
    for (Diagnostic diagnostic : result.diagnostics()) {
      rules.merge(diagnostic.rule(), 1, Integer::sum);
      if (diagnostic.hasFix(Applicability.SAFE)) {
        fixable++;
      } else if (diagnostic.hasFix(Applicability.UNSAFE)) {
        unsafelyFixable++;
      }
    }
  }

  /**
   * Counts a document that was mended.
   *
   * @param mended what became of the document
   */
  public void add(MendedDocument mended) {
    add(mended.result());
    fixed += mended.applied().size();
  }

  /** Returns the counts so far. */
  public Summary summary() {
    return new Summary(
        files,
        formulas,
        fingerprints.size(),
        errors,
        warnings,
        fixable,
        unsafelyFixable,
        fixed,
        rules,
        List.copyOf(platforms.values()));
  }
}
