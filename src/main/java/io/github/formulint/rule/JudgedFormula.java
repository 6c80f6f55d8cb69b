package io.github.formulint.rule;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.Span;
import io.github.formulint.tex.TexStructure;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A formula with what the engines say of it: what a {@link FormulaRule} is handed. Immutable.
 *
 * @param formula the formula; never empty
 * @param verdict what the engines say of it
 * @param context the document it stands in
 */
public record JudgedFormula(Formula formula, Verdict verdict, DocumentContext context) {

  /** Checks that nothing is missing. */
  public JudgedFormula {
    Objects.requireNonNull(formula);
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(context);
  }

  /**
   * Returns the platforms asked for on which it is one of some engines that shows this formula, and
   * shows less than was meant. Where Markdown takes characters away first, what is left counts.
   *
   * @param engines engines that refuse the formula as it stands
   */
  public List<Platform> platforms(Collection<EngineId> engines) {
    return context.platforms(formula, engines);
  }

  /**
   * Returns whether something is true of this formula that engines say: where it is published on
   * platforms, one of them has to show it so.
   *
   * @param engines engines that refuse the formula as it stands
   */
  public boolean isShownBy(Collection<EngineId> engines) {
    return context.comparisons().isEmpty()
        || engines.contains(EngineId.JLATEXMATH)
        || !platforms(engines).isEmpty();
  }

  /** Returns the TeX. */
  public String tex() {
    return formula.tex();
  }

  /** Returns how the TeX is read; the same for all that ask. */
  public TexStructure structure() {
    return context.structure(formula.source());
  }

  /**
   * Returns a replacement of TeX as an edit of the source. A place between two characters lies
   * right behind the first of them, so that an insertion at the end of a quoted line stays on that
   * line.
   *
   * @param texSpan what is replaced, in UTF-16 offsets into the TeX; empty to insert
   * @param replacement the new TeX
   */
  public Edit edit(Span texSpan, String replacement) {
    Span span = formula.offsets().toSource(texSpan);
    if (texSpan.isEmpty() && texSpan.start() > 0) {
      span =
          Span.at(formula.offsets().toSource(new Span(texSpan.start() - 1, texSpan.start())).end());
    }
    return new Edit(span, replacement);
  }

  /**
   * Returns a finding at a place in this formula.
   *
   * @param rule the rule that found it
   * @param severity how much it matters
   * @param message what is wrong, in the author's words, in one line
   * @param hint what to type instead, if there is something to say, in one line
   * @param texSpan the place, in UTF-16 offsets into the TeX
   * @param fixes ways to mend it, the best first
   */
  public Diagnostic diagnostic(
      RuleId rule,
      Severity severity,
      String message,
      Optional<String> hint,
      Span texSpan,
      List<Fix> fixes) {
    return new Diagnostic(
        rule,
        severity,
        message,
        hint,
        formula.offsets().toSource(texSpan),
        Optional.of(formula),
        Optional.of(verdict),
        fixes);
  }
}
