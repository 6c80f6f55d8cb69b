package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Severity;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import java.util.Map;
import java.util.Optional;

/** Whether an engine rejects a formula because of what stands at a place. */
final class Objection {

  private Objection() {}

  /**
   * Returns how much a finding matters: an error if an engine stumbles there, else a warning.
   *
   * @param formula the formula
   * @param texSpan the place, in UTF-16 offsets into the TeX
   */
  static Severity severity(JudgedFormula formula, Span texSpan) {
    return engine(formula, texSpan).isPresent() ? Severity.ERROR : Severity.WARNING;
  }

  /**
   * Returns the name of the engine that stumbles there, for people.
   *
   * @param formula the formula
   * @param texSpan the place, in UTF-16 offsets into the TeX
   */
  static Optional<String> engine(JudgedFormula formula, Span texSpan) {
    return formula.verdict().outcomes().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof RenderOutcome.Rejected)
        .filter(entry -> entry.getValue().place().filter(texSpan::overlaps).isPresent())
        .map(Map.Entry::getKey)
        .map(engine -> engine.displayName())
        .findFirst();
  }
}
