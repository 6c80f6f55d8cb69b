package io.github.formulint.fix;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fixes that belong together because they change the same formula. Immutable.
 *
 * @param region what the fixes may change; the regions of two sites neither overlap nor touch
 * @param candidates the fixes, at least one
 */
record Site(Span region, List<Candidate> candidates) {

  /** Groups fixes by what they change, in order of their place. */
  static List<Site> of(List<Candidate> candidates) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparing(Candidate::region));
    List<Site> sites = new ArrayList<>();
    List<Candidate> members = new ArrayList<>();
    Span region = null;
    for (Candidate candidate : sorted) {
      Span next = candidate.region();
      if (region != null && next.start() > region.end()) {
        sites.add(of(region, members));
        members.clear();
        region = null;
      }
      region = region == null ? next : new Span(region.start(), Math.max(region.end(), next.end()));
      members.add(candidate);
    }
    if (region != null) {
      sites.add(of(region, members));
    }
    return List.copyOf(sites);
  }

  /** Returns a site whose fixes stand in the order in which they are proposed, the best first. */
  private static Site of(Span region, List<Candidate> members) {
    return new Site(
        region, members.stream().sorted(Comparator.comparingInt(Candidate::order)).toList());
  }

  /**
   * Returns this site with one fix for each finding, the first that is allowed and does not get in
   * the way of another; empty if there is none.
   */
  Optional<Site> choose(Set<Applicability> allowed) {
    List<Candidate> chosen = new ArrayList<>();
    Set<Integer> findings = new HashSet<>();
    ChosenEdits edits = new ChosenEdits();
    for (Candidate candidate : candidates) {
      boolean fits =
          allowed.contains(candidate.fix().applicability())
              && !findings.contains(candidate.index())
              && edits.add(candidate.fix());
      if (fits) {
        chosen.add(candidate);
        findings.add(candidate.index());
      }
    }
    return chosen.isEmpty() ? Optional.empty() : Optional.of(new Site(region, chosen));
  }

  /**
   * Returns what {@link #choose} returns for each of some sets, each site once.
   *
   * @param allowed which fixes are allowed, the fewest first
   */
  List<Site> choices(List<Set<Applicability>> allowed) {
    return allowed.stream().map(this::choose).flatMap(Optional::stream).distinct().toList();
  }

  /** Returns what can be tried of it: all that is allowed at once, then each fix by itself. */
  List<Site> attempts(Set<Applicability> allowed) {
    List<Site> attempts = new ArrayList<>();
    choose(allowed).ifPresent(attempts::add);
    for (Candidate candidate : candidates) {
      if (allowed.contains(candidate.fix().applicability())) {
        attempts.add(new Site(region, List.of(candidate)));
      }
    }
    return attempts.stream().distinct().toList();
  }

  /** Returns all edits of its fixes, each once. */
  List<Edit> edits() {
    return candidates.stream()
        .flatMap(candidate -> candidate.fix().edits().stream())
        .distinct()
        .toList();
  }
}
