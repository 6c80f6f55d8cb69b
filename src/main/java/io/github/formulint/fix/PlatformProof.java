package io.github.formulint.fix;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.comparison.ComparedFormula;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares what one platform makes of a document before and after edits. Mending one formula may
 * bring back others that the platform read over, so what stands outside the sites may become
 * better, but never worse.
 */
record PlatformProof(
    Comparison before,
    Comparison after,
    TextEdits edits,
    List<Span> regionsBefore,
    List<Span> regionsAfter) {

  /** Returns whether the platform reads everything outside the sites at least as well as before. */
  boolean restIsNotWorse() {
    List<ComparedFormula> then =
        Proof.outside(before.formulas(), PlatformProof::place, regionsBefore);
    List<ComparedFormula> now = Proof.outside(after.formulas(), PlatformProof::place, regionsAfter);
    if (then.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < then.size(); i++) {
      if (now.get(i).fate().compareTo(then.get(i).fate()) < 0) {
        return false;
      }
    }
    Set<Span> known = new HashSet<>();
    Proof.outside(before.accidental(), Formula::span, regionsBefore)
        .forEach(formula -> known.add(edits.shift(formula.span())));
    return Proof.outside(after.accidental(), Formula::span, regionsAfter).stream()
        .allMatch(formula -> known.contains(formula.span()) || wasReadOver(formula));
  }

  /**
   * Returns whether the platform took the text for a part of a longer formula before. That only a
   * part of it is taken for one is no loss, and is found when the mended document is checked.
   */
  private boolean wasReadOver(Formula accidental) {
    return before.reading().formulas().stream()
        .anyMatch(formula -> edits.grow(formula.span()).contains(accidental.span()));
  }

  /**
   * Returns whether the platform reads the formulas of a site as they are meant, if a finding that
   * is mended there is about it, or at least as well as before.
   */
  boolean holds(Site site, Span region) {
    boolean isMended =
        site.candidates().stream()
            .anyMatch(candidate -> candidate.diagnostic().platforms().contains(before.platform()));
    Fate now = worst(after, region);
    return (isMended ? now == Fate.READ : now.compareTo(worst(before, site.region())) >= 0)
        && Proof.inside(after.accidental(), Formula::span, region).size()
            <= Proof.inside(before.accidental(), Formula::span, site.region()).size();
  }

  private static Fate worst(Comparison comparison, Span region) {
    return Proof.inside(comparison.formulas(), PlatformProof::place, region).stream()
        .map(ComparedFormula::fate)
        .min(Fate::compareTo)
        .orElse(Fate.READ);
  }

  private static Span place(ComparedFormula formula) {
    return formula.meant().span();
  }
}
