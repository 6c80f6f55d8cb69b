package io.github.formulint.report;

import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.markdown.comparison.PlatformCounts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counts of a run. Immutable.
 *
 * @param files number of documents checked, 0 or more
 * @param formulas number of formulas in them, 0 or more
 * @param distinctFormulas number of formulas that differ in TeX or style, 0 or more
 * @param errors number of errors found, 0 or more
 * @param warnings number of warnings found, 0 or more
 * @param fixable number of findings with a fix that is safe, 0 or more
 * @param unsafelyFixable number of findings with a fix that is unsafe and none that is safe
 * @param fixed number of findings that were mended, 0 or more
 * @param rules number of findings of each rule that found something
 * @param platforms what each platform asked for makes of the formulas, in the order asked for
 */
public record Summary(
    int files,
    long formulas,
    long distinctFormulas,
    int errors,
    int warnings,
    int fixable,
    int unsafelyFixable,
    int fixed,
    Map<RuleId, Integer> rules,
    List<PlatformCounts> platforms) {

  /** Copies the list and sorts the map. */
  public Summary {
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    platforms = List.copyOf(platforms);
  }
}
