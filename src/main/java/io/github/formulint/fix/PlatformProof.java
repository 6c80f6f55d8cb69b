package io.github.formulint.fix;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.ComparedFormula;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares what one platform makes of a document before and after edits. Mending one formula may
 * bring back others that the platform read over, so what stands outside the sites may become
 * better, but never worse.
 *
 * @param edits the edits between the two
 * @param before what the platform made of the document
 * @param after what it makes of the mended one
 */
record PlatformProof(TextEdits edits, Side before, Side after) {

  static PlatformProof of(
      Comparison before,
      Comparison after,
      TextEdits edits,
      List<Span> regionsBefore,
      List<Span> regionsAfter) {
    return new PlatformProof(edits, Side.of(before, regionsBefore), Side.of(after, regionsAfter));
  }

  /**
   * What a platform makes of a document, sorted by the regions of the sites. Immutable.
   *
   * @param comparison what it makes of it
   * @param formulas the formulas that were meant
   * @param accidental the formulas that only the platform reads
   * @param madeUp what the platform makes up where the sites are
   */
  record Side(
      Comparison comparison,
      ByRegion<ComparedFormula> formulas,
      ByRegion<Formula> accidental,
      ByRegion<Formula> madeUp) {

    private static Side of(Comparison comparison, List<Span> regions) {
      return new Side(
          comparison,
          ByRegion.of(comparison.formulas(), formula -> formula.meant().span(), regions),
          ByRegion.of(comparison.accidental(), Formula::span, regions),
          ByRegion.of(comparison.madeUp(), Formula::span, regions));
    }

    private Fate worst(int region) {
      return formulas.inside().get(region).stream()
          .map(ComparedFormula::fate)
          .min(Fate::compareTo)
          .orElse(Fate.READ);
    }
  }

  /** Returns whether the platform reads everything outside the sites at least as well as before. */
  boolean restIsNotWorse() {
    return before.formulas().outside().size() == after.formulas().outside().size()
        && worse().isEmpty();
  }

  /**
   * Returns the places, in the mended document, of what the platform reads worse outside the sites;
   * where other formulas are meant there than before, only of what it makes up.
   */
  List<Span> worse() {
    List<Span> worse = new ArrayList<>();
    List<ComparedFormula> then = before.formulas().outside();
    List<ComparedFormula> now = after.formulas().outside();
    for (int i = 0; then.size() == now.size() && i < then.size(); i++) {
      if (now.get(i).fate().compareTo(then.get(i).fate()) < 0) {
        worse.add(now.get(i).meant().span());
      }
    }
    Set<Span> known = new HashSet<>();
    before.accidental().outside().forEach(formula -> known.add(edits.shift(formula.span())));
    after.accidental().outside().stream()
        .filter(formula -> !known.contains(formula.span()) && !wasReadOver(formula))
        .map(Formula::span)
        .forEach(worse::add);
    return worse;
  }

  /**
   * Returns whether the platform took the text for a part of a longer formula before. That only a
   * part of it is taken for one is no loss, and is found when the mended document is checked.
   */
  private boolean wasReadOver(Formula accidental) {
    List<Formula> then = before.comparison().reading().formulas();
    int low = 0;
    int high = then.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edits.grow(then.get(middle).span()).end() < accidental.span().end()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < then.size() && edits.grow(then.get(low).span()).contains(accidental.span());
  }

  /**
   * Returns whether the platform reads the formulas of a site as they are meant, if a finding that
   * is mended there is about it, or at least as well as before.
   */
  boolean holds(Site site, int region) {
    Platform platform = before.comparison().platform();
    List<Diagnostic> mended =
        site.candidates().stream()
            .map(Candidate::diagnostic)
            .filter(Diagnostic::isAboutReading)
            .filter(diagnostic -> diagnostic.platforms().contains(platform))
            .distinct()
            .toList();
    long unmade = mended.stream().filter(diagnostic -> diagnostic.formula().isEmpty()).count();
    Fate now = after.worst(region);
    return (mended.isEmpty() ? now.compareTo(before.worst(region)) >= 0 : now == Fate.READ)
        && after.madeUp().inside().get(region).size()
            <= before.madeUp().inside().get(region).size() - unmade;
  }
}
