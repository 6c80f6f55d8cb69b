package io.github.formulint.diagnostic;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.Span;
import java.util.Comparator;
import java.util.List;
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
 * @param fixes ways to mend it, the best first
 * @param platforms the platforms it is about; none if it holds wherever the document is published
 */
public record Diagnostic(
    RuleId rule,
    Severity severity,
    String message,
    Optional<String> hint,
    Span span,
    Optional<Formula> formula,
    Optional<Verdict> verdict,
    List<Fix> fixes,
    List<Platform> platforms) {

  /** By place; at one place the gravest first. */
  public static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(Diagnostic::span)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::rule)
          .thenComparing(Diagnostic::message);

  /** Checks that nothing is missing, and keeps the words in one line each. */
  public Diagnostic {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(severity);
    message = OneLine.of(message);
    hint = hint.map(OneLine::of);
    Objects.requireNonNull(span);
    Objects.requireNonNull(formula);
    Objects.requireNonNull(verdict);
    fixes = List.copyOf(fixes);
    platforms = List.copyOf(platforms);
  }

  /**
   * Makes a finding that holds wherever the document is published.
   *
   * @param rule the rule that found it
   * @param severity how much it matters
   * @param message what is wrong, in the author's words, in one line
   * @param hint what to type instead, if there is something to say, in one line
   * @param span the place, in UTF-16 offsets into the source
   * @param formula the formula it is about, if there is one
   * @param verdict what the engines say of that formula, if they were asked
   * @param fixes ways to mend it, the best first
   */
  public Diagnostic(
      RuleId rule,
      Severity severity,
      String message,
      Optional<String> hint,
      Span span,
      Optional<Formula> formula,
      Optional<Verdict> verdict,
      List<Fix> fixes) {
    this(rule, severity, message, hint, span, formula, verdict, fixes, List.of());
  }

  /**
   * Returns whether it is about what platforms take for a formula, and not about what their engines
   * make of it: it then has no verdict.
   */
  public boolean isAboutReading() {
    return !platforms.isEmpty() && verdict.isEmpty();
  }

  /**
   * Returns this finding, about some platforms only.
   *
   * @param others the platforms it is about
   */
  public Diagnostic withPlatforms(List<Platform> others) {
    return new Diagnostic(rule, severity, message, hint, span, formula, verdict, fixes, others);
  }

  /**
   * Returns this finding with another hint.
   *
   * @param other what to type instead, or what else to know, in one line
   */
  public Diagnostic withHint(String other) {
    return new Diagnostic(
        rule, severity, message, Optional.of(other), span, formula, verdict, fixes, platforms);
  }

  /**
   * Returns whether a fix of that applicability is known.
   *
   * @param applicability who may apply it
   */
  public boolean hasFix(Applicability applicability) {
    return fixes.stream().anyMatch(fix -> fix.applicability() == applicability);
  }

  /**
   * Returns this finding with other fixes.
   *
   * @param others ways to mend it, the best first
   */
  public Diagnostic withFixes(List<Fix> others) {
    return new Diagnostic(rule, severity, message, hint, span, formula, verdict, others, platforms);
  }

  /**
   * Returns this finding, mattering more or less.
   *
   * @param other how much it matters
   */
  public Diagnostic withSeverity(Severity other) {
    return other == severity
        ? this
        : new Diagnostic(rule, other, message, hint, span, formula, verdict, fixes, platforms);
  }
}
