package io.github.formulint.fix;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.markdown.Formula;
import io.github.formulint.render.DrawnSign;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether safe fixes leave the picture of the rest as it was: each sign that stands outside of what
 * they mend is drawn in the same font, size and colour, and in the same script, fraction or cell.
 * Only formulas that were drawn before they were mended can be compared. For one thread.
 */
final class RestOfPicture {

  private final DocumentContext before;
  private final DocumentContext after;
  private final TextEdits edits;
  private final List<Pair> pairs = new ArrayList<>();

  RestOfPicture(DocumentContext before, DocumentContext after, TextEdits edits) {
    this.before = before;
    this.after = after;
    this.edits = edits;
  }

  /** A formula before and after it was mended, by a site. */
  private record Pair(Site site, Formula before, Formula after) {}

  /** Adds the formulas of a site, if they can be compared. */
  void add(Site site, List<Formula> formulas, List<Formula> mended) {
    boolean isSafe =
        site.candidates().stream()
            .allMatch(
                candidate ->
                    candidate.fix().applicability() == Applicability.SAFE
                        && !candidate.diagnostic().isAboutReading());
    if (!isSafe || formulas.size() != mended.size()) {
      return;
    }
    for (int i = 0; i < formulas.size(); i++) {
      Formula formula = formulas.get(i);
      boolean isDrawn = !formula.isEmpty() && before.verdict(formula).isRendered();
      if (isDrawn && !formula.tex().equals(mended.get(i).tex())) {
        pairs.add(new Pair(site, formula, mended.get(i)));
      }
    }
  }

  /** Returns the sites that change the picture of what they do not mend. */
  Set<Site> spoiling() {
    if (pairs.isEmpty()) {
      return Set.of();
    }
    Set<MathSource> asked = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      asked.add(before.source(pair.before()));
      asked.add(after.source(pair.after()));
    }
    Map<MathSource, List<DrawnSign>> drawn = before.signs(asked);
    Set<Site> spoiling = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      List<DrawnSign> signs = drawn.getOrDefault(before.source(pair.before()), List.of());
      List<DrawnSign> mended = drawn.getOrDefault(after.source(pair.after()), List.of());
      if (!signs.isEmpty() && !mended.isEmpty() && !isSame(pair, signs, mended)) {
        spoiling.add(pair.site());
      }
    }
    return spoiling;
  }

  private boolean isSame(Pair pair, List<DrawnSign> signs, List<DrawnSign> mended) {
    Map<Integer, String> manners = new HashMap<>();
    for (DrawnSign sign : mended) {
      int place = pair.after().offsets().toSource(sign.place()).start();
      manners.merge(place, sign.manner(), (one, other) -> one + "|" + other);
    }
    Map<Integer, String> rest = new HashMap<>();
    for (DrawnSign sign : signs) {
      Span place = pair.before().offsets().toSource(sign.place());
      if (isOutside(pair.site(), place)) {
        int moved = edits.shift(place).start();
        rest.merge(moved, sign.manner(), (one, other) -> one + "|" + other);
      }
    }
    return rest.entrySet().stream()
        .allMatch(sign -> sign.getValue().equals(manners.get(sign.getKey())));
  }

  /** Whether a place is neither within a fix, from its first edit to its last, nor in a finding. */
  private static boolean isOutside(Site site, Span place) {
    return site.candidates().stream()
        .noneMatch(
            candidate ->
                overlaps(candidate.fix().span(), place)
                    || overlaps(candidate.diagnostic().span(), place));
  }

  private static boolean overlaps(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
