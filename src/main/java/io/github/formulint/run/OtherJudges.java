package io.github.formulint.run;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Engines that only some documents of a run are judged by, opened when needed. Thread-safe. */
public final class OtherJudges implements AutoCloseable {

  private final Function<List<EngineId>, FormulaJudge> opener;

  // Guarded by this.
  private final Map<List<EngineId>, FormulaJudge> judges = new HashMap<>();

  /**
   * Makes one.
   *
   * @param opener opens engines
   */
  public OtherJudges(Function<List<EngineId>, FormulaJudge> opener) {
    this.opener = opener;
  }

  /**
   * Returns the engines of a choice, the same ones each time.
   *
   * @param choice which engines
   */
  public synchronized FormulaJudge of(List<EngineId> choice) {
    return judges.computeIfAbsent(choice, opener);
  }

  @Override
  public synchronized void close() {
    judges.values().forEach(FormulaJudge::close);
  }
}
