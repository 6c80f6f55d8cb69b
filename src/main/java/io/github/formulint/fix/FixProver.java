package io.github.formulint.fix;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves fixes before they are offered: the edits are made in memory, the document is read, judged
 * and checked again, and {@link Proof} compares before and after.
 *
 * <p>All formulas of a document are tried in one reading: first each formula's safe fixes together,
 * or the others where it has no safe one, then all of its fixes together; what is left is tried one
 * by one in each formula, but for what has failed. A batch that changes something outside its sites
 * is halved until the culprit stands alone, so the number of readings grows with the number of
 * fixes that fail, not with the number of fixes. It is limited, so that a document full of fixes
 * that fail takes no longer than others of its length: what is not proven by then is not offered.
 * Stateless and thread-safe.
 */
public final class FixProver {

  private static final List<Set<Applicability>> TOGETHER =
      List.of(
          Set.of(Applicability.SAFE),
          Set.of(Applicability.SAFE, Applicability.UNSAFE),
          Set.of(Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY_ONLY));

  /** How often a document is read to prove its fixes; most need three readings. */
  static final int MOST_READINGS = 100;

  /** How many fixes of one formula are tried one by one. */
  private static final int MOST_ROUNDS = 16;

  /** Counts the readings that are left. For one thread. */
  private static final class Readings {

    private int left = MOST_READINGS;

    boolean take() {
      return left-- > 0;
    }
  }

  private final Analysis.Analyzer analyzer;

  /**
   * Makes a prover.
   *
   * @param analyzer reads, judges and checks the mended documents
   */
  public FixProver(Analysis.Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * Returns the findings of a document with those of their fixes that are proven. A safe fix that
   * holds only together with an unsafe one is returned as unsafe.
   *
   * @param analysis the document as it stands
   */
  public List<Diagnostic> prove(Analysis analysis) {
    List<Candidate> candidates = candidates(analysis, analysis.diagnostics());
    if (candidates.isEmpty()) {
      return analysis.diagnostics();
    }
    Ledger ledger = new Ledger(Paragraphs.of(analysis.context().document().text()));
    Readings readings = new Readings();
    List<List<Site>> choices =
        Site.of(candidates).stream().map(site -> site.choices(TOGETHER)).toList();
    for (int i = 0; i < TOGETHER.size(); i++) {
      int turn = i;
      List<Site> attempts =
          choices.stream()
              .filter(choice -> turn < choice.size())
              .map(choice -> choice.get(turn))
              .filter(site -> !ledger.isProven(site))
              .toList();
      tryOut(attempts, analysis, ledger, readings);
    }
    for (List<Candidate> round : rounds(candidates, ledger)) {
      tryOut(Site.of(round), analysis, ledger, readings);
    }
    return withProvenFixes(analysis.diagnostics(), candidates, ledger.proven());
  }

  private void tryOut(List<Site> sites, Analysis analysis, Ledger ledger, Readings readings) {
    List<Site> attempts = ledger.withFailedBeside(sites);
    ledger.record(attempts, holding(analysis, attempts, readings));
  }

  /**
   * Returns those of some fixes that hold when all of them are applied at once.
   *
   * @param analysis the document as it stands
   * @param findings its findings, each with the one fix to apply or none; no two fixes overlap
   */
  List<Fix> holdingTogether(Analysis analysis, List<Diagnostic> findings) {
    return fixes(holding(analysis, Site.of(candidates(analysis, findings)), new Readings()));
  }

  /**
   * Returns the first fixes of one formula that hold while nothing else is mended: all that are
   * allowed, or else one of them; empty if no formula has any.
   *
   * @param analysis the document as it stands
   * @param findings its findings with their fixes
   * @param allowed which fixes may be applied
   */
  List<Fix> firstHolding(Analysis analysis, List<Diagnostic> findings, Set<Applicability> allowed) {
    Readings readings = new Readings();
    for (Site site : Site.of(candidates(analysis, findings))) {
      for (Site attempt : site.attempts(allowed)) {
        List<Site> holding = holding(analysis, List.of(attempt), readings);
        if (!holding.isEmpty()) {
          return fixes(holding);
        }
      }
    }
    return List.of();
  }

  private static List<Candidate> candidates(Analysis analysis, List<Diagnostic> findings) {
    return Candidate.of(analysis.context().document(), findings);
  }

  private static List<Fix> fixes(List<Site> sites) {
    return sites.stream().flatMap(site -> site.candidates().stream()).map(Candidate::fix).toList();
  }

  /**
   * Returns candidates that are not proven, one of each site in a round. Of what can be done for
   * platforms the first that holds is enough: the others cost more platforms, and a reading each.
   */
  private static List<List<Candidate>> rounds(List<Candidate> candidates, Ledger ledger) {
    Set<Candidate> proven = ledger.proven().keySet();
    Set<Integer> served =
        proven.stream()
            .filter(candidate -> candidate.diagnostic().isAboutReading())
            .map(Candidate::index)
            .collect(Collectors.toSet());
    List<List<Candidate>> rounds = new ArrayList<>();
    for (Site site : Site.of(candidates)) {
      List<Candidate> left =
          site.candidates().stream()
              .filter(candidate -> !proven.contains(candidate))
              .filter(candidate -> !served.contains(candidate.index()))
              .filter(candidate -> !ledger.hasFailed(candidate))
              .toList();
      for (int i = 0; i < Math.min(left.size(), MOST_ROUNDS); i++) {
        if (rounds.size() == i) {
          rounds.add(new ArrayList<>());
        }
        rounds.get(i).add(left.get(i));
      }
    }
    return rounds;
  }

  /** Returns the sites whose fixes hold, tried in as few readings as possible. */
  private List<Site> holding(Analysis before, List<Site> sites, Readings readings) {
    if (sites.isEmpty() || !readings.take()) {
      return List.of();
    }
    List<Edit> all = sites.stream().flatMap(site -> site.edits().stream()).toList();
    TextEdits edits = new TextEdits(all);
    Analysis after = analyzer.analyzeForProof(edits.applyTo(before.context().document()));
    Proof proof = new Proof(before, after, edits, sites);
    if (proof.restIsUnchanged()) {
      List<Site> holding = proof.holding();
      return withoutWhatFailed(before, sites, holding, readings);
    }
    if (sites.size() == 1) {
      return List.of();
    }
    List<Site> suspects = proof.suspects();
    if (suspects.size() == sites.size()) {
      suspects = sites.subList(0, sites.size() / 2);
    }
    Set<Site> apart = Collections.newSetFromMap(new IdentityHashMap<>());
    apart.addAll(suspects);
    List<Site> others = sites.stream().filter(site -> !apart.contains(site)).toList();
    List<Site> holding = new ArrayList<>(holding(before, others, readings));
    holding.addAll(holding(before, suspects, readings));
    return holding;
  }

  /**
   * Returns those of some sites that hold without what failed: for a platform each delimiter pairs
   * with others, so those beside a failure are tried again, by themselves.
   */
  private List<Site> withoutWhatFailed(
      Analysis before, List<Site> tried, List<Site> holding, Readings readings) {
    if (holding.size() == tried.size()) {
      return holding;
    }
    Paragraphs paragraphs = Paragraphs.of(before.context().document().text());
    List<Site> sure = new ArrayList<>();
    List<Site> beside = new ArrayList<>();
    int next = 0;
    BitSet failed = new BitSet();
    for (Site site : tried) {
      if (next < holding.size() && holding.get(next) == site) {
        next++;
      } else {
        failed.set(paragraphs.at(site.region().start()), paragraphs.at(site.region().end()) + 1);
      }
    }
    for (Site site : holding) {
      int part = failed.nextSetBit(paragraphs.at(site.region().start()));
      boolean isBeside = part >= 0 && part <= paragraphs.at(site.region().end());
      (isBeside ? beside : sure).add(site);
    }
    sure.addAll(holding(before, beside, readings));
    return sure;
  }

  private static List<Diagnostic> withProvenFixes(
      List<Diagnostic> diagnostics,
      List<Candidate> candidates,
      Map<Candidate, Applicability> proven) {
    Map<Integer, List<Fix>> fixes = new HashMap<>();
    for (Candidate candidate : candidates) {
      Applicability applicability = proven.get(candidate);
      if (applicability != null) {
        Fix fix = candidate.fix();
        fixes
            .computeIfAbsent(candidate.index(), index -> new ArrayList<>())
            .add(new Fix(fix.description(), applicability, fix.edits()));
      }
    }
    List<Diagnostic> result = new ArrayList<>();
    for (int i = 0; i < diagnostics.size(); i++) {
      result.add(diagnostics.get(i).withFixes(fixes.getOrDefault(i, List.of())));
    }
    return List.copyOf(result);
  }
}
