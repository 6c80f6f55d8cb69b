package io.github.formulint.cli;

import io.github.formulint.config.EngineChoice;
import io.github.formulint.render.FormulaJudge;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Engines that only some documents of a run are judged by, opened when needed. Thread-safe. */
final class OtherJudges implements AutoCloseable {

  private final Function<EngineChoice, FormulaJudge> opener;

  // Guarded by this.
  private final Map<EngineChoice, FormulaJudge> judges = new EnumMap<>(EngineChoice.class);

  OtherJudges(Function<EngineChoice, FormulaJudge> opener) {
    this.opener = opener;
  }

  /** Returns the engines of a choice, the same ones each time. */
  synchronized FormulaJudge of(EngineChoice choice) {
    return judges.computeIfAbsent(choice, opener);
  }

  @Override
  public synchronized void close() {
    judges.values().forEach(FormulaJudge::close);
  }
}
