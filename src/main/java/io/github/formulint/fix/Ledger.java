package io.github.formulint.fix;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which fixes of a document are proven, and which failed. For one thread. */
final class Ledger {

  private final Paragraphs paragraphs;
  private final Map<Candidate, Applicability> proven = new HashMap<>();

  /** What failed, by its fixes. */
  private final Map<List<Candidate>, Site> failed = new LinkedHashMap<>();

  /**
   * Makes a ledger in which nothing stands.
   *
   * @param paragraphs the parts of the document
   */
  Ledger(Paragraphs paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** Returns the fixes that are proven, each with the hardest of those it was proven with. */
  Map<Candidate, Applicability> proven() {
    return proven;
  }

  /** Returns whether each fix of a site is proven. */
  boolean isProven(Site site) {
    return proven.keySet().containsAll(site.candidates());
  }

  /** Returns whether a fix failed by itself. */
  boolean hasFailed(Candidate candidate) {
    return failed.containsKey(List.of(candidate));
  }

  /**
   * Takes down what became of sites.
   *
   * @param attempts what was tried
   * @param holding those of them that hold
   */
  void record(List<Site> attempts, List<Site> holding) {
    attempts.forEach(site -> failed.put(site.candidates(), site));
    for (Site site : holding) {
      failed.remove(site.candidates());
      Applicability hardest =
          site.candidates().stream()
              .map(candidate -> candidate.fix().applicability())
              .max(Applicability::compareTo)
              .orElseThrow();
      site.candidates().forEach(candidate -> proven.putIfAbsent(candidate, hardest));
    }
  }

  /**
   * Returns attempts with what failed before beside one of them: for a platform each delimiter
   * pairs with others, so what is mended there may be what it needs.
   *
   * @param attempts the sites to try, in order of their place
   */
  List<Site> withFailedBeside(List<Site> attempts) {
    List<Site> all = new ArrayList<>(attempts);
    for (Site site : failed.values()) {
      boolean isBeside =
          attempts.stream().anyMatch(each -> paragraphs.share(site.region(), each.region()));
      boolean isFree = all.stream().noneMatch(each -> touch(site.region(), each.region()));
      if (isBeside && isFree && !isProven(site)) {
        all.add(site);
      }
    }
    all.sort(Comparator.comparing(Site::region));
    return all;
  }

  private static boolean touch(Span one, Span other) {
    return one.start() <= other.end() && other.start() <= one.end();
  }
}
