package io.github.formulint.rule;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.render.Judge;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a rule is handed: a document, how it was read, and what the engines say. Immutable and
 * thread-safe.
 *
 * @param document the document
 * @param reading its formulas
 * @param verdicts the verdict of every formula that is not empty
 * @param judge judges formulas that do not stand in the document, such as mended ones
 */
public record DocumentContext(
    SourceFile document, Reading reading, Map<MathSource, Verdict> verdicts, Judge judge) {

  /** Copies the map. */
  public DocumentContext {
    Objects.requireNonNull(document);
    Objects.requireNonNull(reading);
    Objects.requireNonNull(judge);
    verdicts = Map.copyOf(verdicts);
  }

  /** Returns the formulas that are not empty, with their verdicts, in order of their place. */
  public Stream<JudgedFormula> judgedFormulas() {
    return reading.formulas().stream()
        .filter(formula -> !formula.isEmpty())
        .map(formula -> new JudgedFormula(formula, verdict(formula), this));
  }

  /**
   * Returns the verdict of a formula.
   *
   * @param formula a formula of this document that is not empty
   * @throws IllegalArgumentException if it was not judged
   */
  public Verdict verdict(Formula formula) {
    Verdict verdict = verdicts.get(formula.source());
    if (verdict == null) {
      throw new IllegalArgumentException("not judged: " + formula);
    }
    return verdict;
  }

  /**
   * Returns what the engines say of a formula that need not stand in the document.
   *
   * @param formula the formula
   */
  public Verdict verdict(MathSource formula) {
    return judge.judge(List.of(formula)).get(formula);
  }
}
