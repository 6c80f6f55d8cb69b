package io.github.formulint.run;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.Judge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.tex.MathSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks another judge about the formulas of one document until that has taken its time; the rest is
 * not tried. Formulas that keep within their own bounds may be many. For one thread.
 */
final class TimedJudge implements Judge {

  /** So many formulas at once keep the engines busy; one after the other would not. */
  private static final int FIRST = 64;

  private static final int MOST = 256;

  /** More are asked at once where so many take no longer. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Judge judge;
  private final Duration limit;
  private Duration spent = Duration.ZERO;
  private int size = FIRST;
  private Collection<EngineId> engines = List.of();

  /**
   * Makes a judge for one document.
   *
   * @param judge the other judge
   * @param limit how long it may be asked, by the clock
   */
  TimedJudge(Judge judge, Duration limit) {
    this.judge = Objects.requireNonNull(judge);
    this.limit = Objects.requireNonNull(limit);
  }

  @Override
  public Map<MathSource, Verdict> judge(Collection<MathSource> formulas) {
    Map<MathSource, Verdict> verdicts = new LinkedHashMap<>();
    List<MathSource> all = new ArrayList<>(formulas);
    int at = 0;
    while (at < all.size()) {
      if (spent.compareTo(limit) >= 0 && !engines.isEmpty()) {
        Verdict untried = untried();
        all.subList(at, all.size()).forEach(formula -> verdicts.putIfAbsent(formula, untried));
        return verdicts;
      }
      int end = Math.min(all.size(), at + size);
      verdicts.putAll(timed(all.subList(at, end)));
      at = end;
    }
    return verdicts;
  }

  private Map<MathSource, Verdict> timed(List<MathSource> formulas) {
    long start = System.nanoTime();
    Map<MathSource, Verdict> verdicts = judge.judge(formulas);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    spent = spent.plus(taken);
    size = taken.compareTo(SHORT) < 0 ? Math.min(MOST, size * 2) : FIRST;
    if (!verdicts.isEmpty()) {
      engines = verdicts.values().iterator().next().outcomes().keySet();
    }
    return verdicts;
  }

  private Verdict untried() {
    Map<EngineId, RenderOutcome> outcomes = new EnumMap<>(EngineId.class);
    engines.forEach(engine -> outcomes.put(engine, RenderOutcome.NotTried.TIME_IS_UP));
    return new Verdict(outcomes);
  }
}
