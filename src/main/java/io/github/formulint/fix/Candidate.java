package io.github.formulint.fix;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Formula;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A fix that a rule proposes and nothing has proven yet. Immutable.
 *
 * @param order its place among all that are proposed, from 0
 * @param index which finding of the document it mends, from 0
 * @param diagnostic that finding
 * @param fix the fix
 */
record Candidate(int order, int index, Diagnostic diagnostic, Fix fix) {

  /**
   * Returns the fixes of all findings, in their order, without those that would change code which
   * another tool runs.
   *
   * @param document the document with these findings
   * @param diagnostics the findings
   */
  static List<Candidate> of(SourceFile document, List<Diagnostic> diagnostics) {
    if (diagnostics.stream().allMatch(diagnostic -> diagnostic.fixes().isEmpty())) {
      return List.of();
    }
    ForeignCode code = ForeignCode.of(document);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < diagnostics.size(); i++) {
      Diagnostic diagnostic = diagnostics.get(i);
      for (Fix fix : diagnostic.fixes()) {
        if (code.isKeptBy(fix)) {
          candidates.add(new Candidate(candidates.size(), i, diagnostic, fix));
        }
      }
    }
    return List.copyOf(candidates);
  }

  /** Returns its order: the other parts are large, and the same where the order is. */
  @Override
  public int hashCode() {
    return order;
  }

  /** Returns what the fix may change: its edits, and the formula that it mends. */
  Span region() {
    Span edits = fix.span();
    Span formula = diagnostic.formula().map(Formula::span).orElse(edits);
    return new Span(Math.min(edits.start(), formula.start()), Math.max(edits.end(), formula.end()));
  }
}
