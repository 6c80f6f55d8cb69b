package io.github.formulint.report.text;

import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import java.util.List;

/**
 * A finding as it is printed. Immutable.
 *
 * @param rule the rule that found it
 * @param severity how much it matters
 * @param file the document, fit for a terminal
 * @param position line and column
 * @param sameness equal for findings of one rule that say the same of the same formula; empty if it
 *     is about no formula
 * @param lines the lines to print
 */
record ToldFinding(
    RuleId rule,
    Severity severity,
    String file,
    String position,
    String sameness,
    List<String> lines) {

  ToldFinding {
    lines = List.copyOf(lines);
  }

  /** Returns where it stands, as file, line and column. */
  String place() {
    return file + ":" + position;
  }
}
