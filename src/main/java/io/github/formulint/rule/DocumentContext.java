package io.github.formulint.rule;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
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
 * @param reading its formulas, as the author meant them
 * @param comparisons what each platform makes of them, in the order in which they were asked for
 * @param verdicts the verdict of every formula that is not empty, and of what platforms read with
 *     other TeX
 * @param judge judges formulas that do not stand in the document, such as mended ones
 */
public record DocumentContext(
    SourceFile document,
    Reading reading,
    List<Comparison> comparisons,
    Map<MathSource, Verdict> verdicts,
    Judge judge) {

  /** Copies the map. */
  public DocumentContext {
    Objects.requireNonNull(document);
    Objects.requireNonNull(reading);
    Objects.requireNonNull(judge);
    comparisons = List.copyOf(comparisons);
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
   * @param formula a formula of this document that is not empty, or one that a platform reads in
   *     its place
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
   * Returns whether a formula fails only as it stands: every platform asked for hands its engine
   * other TeX there, because Markdown takes characters away first, and that renders.
   *
   * @param formula a formula of this document
   */
  public boolean isWrittenForPlatforms(Formula formula) {
    return !comparisons.isEmpty()
        && !formula.isEmpty()
        && !verdict(formula).isRendered()
        && comparisons.stream()
            .allMatch(
                comparison ->
                    comparison
                        .find(formula)
                        .filter(compared -> compared.fate() == Fate.ALTERED)
                        .filter(compared -> verdict(compared.shown()).isRendered())
                        .isPresent());
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
