package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Severity;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether an engine rejects a formula because of what stands at a place. */
final class Objection {

  private Objection() {}

  /**
   * Returns how much a finding matters: an error if an engine stumbles there, else a warning.
   *
   * @param formula the formula
   * @param parts its parts
   * @param texSpan the place, in UTF-16 offsets into the TeX
   */
  static Severity severity(JudgedFormula formula, FormulaParts parts, Span texSpan) {
    return engine(formula, parts, texSpan).isPresent() ? Severity.ERROR : Severity.WARNING;
  }

  /**
   * Returns the name of the engine that stumbles there, for people. An engine tells only the first
   * place; what it would stumble over next is known from the structure.
   *
   * @param formula the formula
   * @param parts its parts
   * @param texSpan the place, in UTF-16 offsets into the TeX
   */
  static Optional<String> engine(JudgedFormula formula, FormulaParts parts, Span texSpan) {
    boolean faulty =
        parts.faults().stream()
            .anyMatch(
                fault -> fault.span().overlaps(texSpan) || fault.noticedAt().overlaps(texSpan));
    return formula.verdict().outcomes().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof RenderOutcome.Rejected)
        .filter(entry -> faulty || entry.getValue().place().filter(texSpan::overlaps).isPresent())
        .map(Map.Entry::getKey)
        .map(engine -> engine.displayName())
        .findFirst();
  }

  /**
   * Returns whether KaTeX renders a formula and reports something at a place.
   *
   * @param formula the formula
   * @param texSpan the place, in UTF-16 offsets into the TeX
   * @param code which of its codes counts
   */
  static boolean isReported(JudgedFormula formula, Span texSpan, Predicate<String> code) {
    return formula.verdict().outcomes().get(EngineId.KATEX) instanceof RenderOutcome.Rendered katex
        && katex.reports().stream()
            .filter(report -> code.test(report.code()))
            .anyMatch(report -> report.place().filter(texSpan::overlaps).isPresent());
  }

  /** Returns whether some engine rejects a formula, wherever. */
  static boolean isRejected(JudgedFormula formula) {
    return formula.verdict().outcomes().values().stream()
        .anyMatch(RenderOutcome.Rejected.class::isInstance);
  }
}
