package io.github.formulint.diagnostic;

import io.github.formulint.markdown.Formula;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * One finding of one rule. Immutable.
 *
 * @param rule the rule that found it
 * @param severity how much it matters
 * @param message what is wrong, in the author's words, in one line
 * @param hint what to type instead, if there is something to say, in one line
 * @param span the place, in UTF-16 offsets into the source
 * @param formula the formula it is about, if there is one
 * @param verdict what the engines say of that formula, if they were asked
 */
public record Diagnostic(
    RuleId rule,
    Severity severity,
    String message,
    Optional<String> hint,
    Span span,
    Optional<Formula> formula,
    Optional<Verdict> verdict) {

  /** Checks that nothing is missing. */
  public Diagnostic {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(message);
    Objects.requireNonNull(hint);
    Objects.requireNonNull(span);
    Objects.requireNonNull(formula);
    Objects.requireNonNull(verdict);
  }
}
