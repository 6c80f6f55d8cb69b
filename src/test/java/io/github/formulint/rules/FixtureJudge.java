package io.github.formulint.rules;

import io.github.formulint.config.EngineChoice;
import io.github.formulint.config.MathJaxChoice;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real engines that a fixture is about: those its file {@code case.engine} names, or both. */
final class FixtureJudge implements AutoCloseable {

  private final Map<List<EngineId>, FormulaJudge> judges = new HashMap<>();

  /** Returns what judges the formulas of a rule's fixture. */
  FormulaJudge of(String rule) {
    return judges.computeIfAbsent(
        choice(rule).engines(MathJaxChoice.FULL, Fixtures.platforms(rule)),
        engines ->
            new FormulaJudge(new StandardWiring().engines(engines, notice -> {}), 1, notice -> {}));
  }

  private static EngineChoice choice(String rule) {
    Path file = Fixtures.FOLDER.resolve(rule).resolve("case.engine");
    try {
      return Files.exists(file) ? EngineChoice.of(Files.readString(file)) : EngineChoice.BOTH;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    judges.values().forEach(FormulaJudge::close);
  }
}
