package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The findings of each rule, and how many of them fixes would mend. For one thread. */
final class RuleTable {

  private final Map<RuleId, Integer> all = new HashMap<>();
  private final Map<RuleId, Integer> safe = new HashMap<>();
  private final Map<RuleId, Integer> unsafe = new HashMap<>();

  /** Counts a finding. */
  void add(Diagnostic diagnostic) {
    RuleId rule = diagnostic.rule();
    all.merge(rule, 1, Integer::sum);
    if (diagnostic.hasFix(Applicability.SAFE)) {
      safe.merge(rule, 1, Integer::sum);
    } else if (diagnostic.hasFix(Applicability.UNSAFE)) {
      unsafe.merge(rule, 1, Integer::sum);
    }
  }

  /**
   * Returns a header and a line for each rule, the most frequent first; nothing without findings.
   */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (all.isEmpty()) {
      return lines;
    }
    lines.add("findings    --fix  --unsafe-fixes  rule");
    for (Map.Entry<RuleId, Integer> each : Words.mostFrequentFirst(all)) {
      RuleId rule = each.getKey();
      lines.add(
          String.format(
              "%8d %8d %15d  %s",
              each.getValue(), safe.getOrDefault(rule, 0), unsafe.getOrDefault(rule, 0), rule));
    }
    return lines;
  }
}
