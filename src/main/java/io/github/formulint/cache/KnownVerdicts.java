package io.github.formulint.cache;

import io.github.formulint.render.DrawnSign;
import io.github.formulint.render.Judge;
import io.github.formulint.render.Verdict;
import io.github.formulint.tex.MathSource;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Asks another judge only about formulas that are not known. Thread-safe if that one is. */
final class KnownVerdicts implements Judge {

  private final Results results;
  private final KeyMaker keys;
  private final Judge judge;
  private final AtomicLong judged;

  KnownVerdicts(Results results, KeyMaker keys, Judge judge, AtomicLong judged) {
    this.results = results;
    this.keys = keys;
    this.judge = judge;
    this.judged = judged;
  }

  @Override
  public Map<MathSource, Verdict> judge(Collection<MathSource> formulas) {
    Map<MathSource, Optional<Verdict>> known = new LinkedHashMap<>();
    Map<MathSource, Key> unknown = new LinkedHashMap<>();
    for (MathSource formula : formulas) {
      Key key = keys.of(formula);
      Optional<Verdict> verdict = results.find(key).flatMap(KnownVerdicts::read);
      known.put(formula, verdict);
      if (verdict.isEmpty()) {
        unknown.put(formula, key);
      }
    }
    Map<MathSource, Verdict> fresh = unknown.isEmpty() ? Map.of() : judge.judge(unknown.keySet());
    judged.addAndGet(fresh.size());
    Map<MathSource, Verdict> verdicts = new LinkedHashMap<>();
    for (Map.Entry<MathSource, Optional<Verdict>> each : known.entrySet()) {
      MathSource formula = each.getKey();
      verdicts.put(formula, each.getValue().orElseGet(() -> fresh.get(formula)));
    }
    for (Map.Entry<MathSource, Verdict> each : fresh.entrySet()) {
      if (VerdictEntry.isLasting(each.getValue())) {
        EntryWriter out = new EntryWriter();
        VerdictEntry.write(each.getValue(), out);
        results.add(unknown.get(each.getKey()), out.bytes());
      }
    }
    return verdicts;
  }

  @Override
  public Map<MathSource, List<DrawnSign>> signs(Collection<MathSource> formulas) {
    return judge.signs(formulas);
  }

  private static Optional<Verdict> read(ByteBuffer entry) {
    try {
      EntryReader in = new EntryReader(entry);
      Verdict verdict = VerdictEntry.read(in);
      in.end();
      return Optional.of(verdict);
    } catch (RuntimeException e) {
      // Written by someone else.
      return Optional.empty();
    }
  }
}
