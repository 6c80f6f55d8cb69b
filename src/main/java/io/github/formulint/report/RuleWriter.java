package io.github.formulint.report;

import io.github.formulint.rule.Rule;
import java.io.IOException;
import java.util.List;

/** Writes what rules there are, and what one of them does, in one format. */
public interface RuleWriter {

  /**
   * Writes a list of rules.
   *
   * @param rules the rules, in order
   * @throws IOException if the output cannot be written
   */
  void list(List<Rule> rules) throws IOException;

  /**
   * Writes all there is to say about a rule.
   *
   * @param rule the rule
   * @throws IOException if the output cannot be written
   */
  void explain(Rule rule) throws IOException;
}
