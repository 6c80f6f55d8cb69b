package io.github.formulint.report;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.PlatformCounts;
import io.github.formulint.tex.MathSource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/** Counts what a run finds, document by document. For one thread. */
public final class SummaryCounter {

  /**
   * Fingerprints of the formulas seen. Keeping the formulas would cost several times the memory;
   * among a million of them two have the same fingerprint with a chance of 1 in 30 million.
   */
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
    for (Formula formula : result.reading().formulas()) {
      formulas++;
      fingerprints.add(fingerprint(formula.source()));
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

  private static long fingerprint(MathSource formula) {
    CRC32C checksum = new CRC32C();
    checksum.update(formula.tex().getBytes(StandardCharsets.UTF_8));
    checksum.update(formula.style().ordinal());
    return checksum.getValue() << 32 | formula.tex().hashCode() & 0xFFFFFFFFL;
  }
}
