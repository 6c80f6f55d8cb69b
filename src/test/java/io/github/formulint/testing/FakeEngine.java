package io.github.formulint.testing;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import java.util.Optional;
import java.util.function.Function;

/** An engine whose outcomes a test lays down. */
public record FakeEngine(EngineId id, Function<MathSource, RenderOutcome> outcomes)
    implements RenderEngine.Provider {

  /** Returns an engine that renders everything. */
  public static FakeEngine renders(EngineId id) {
    return new FakeEngine(id, formula -> RenderOutcome.Rendered.CLEAN);
  }

  /** Returns an engine that refuses formulas that hold a word, and says where the word stands. */
  public static FakeEngine refuses(EngineId id, String word) {
    return new FakeEngine(
        id,
        formula -> {
          int at = formula.tex().indexOf(word);
          return at < 0
              ? RenderOutcome.Rendered.CLEAN
              : new RenderOutcome.Rejected(
                  "Undefined control sequence: " + word,
                  Optional.of(new Span(at, at + word.length())));
        });
  }

  /** Returns an engine that cannot run. */
  public static RenderEngine.Provider missing(EngineId id) {
    return new RenderEngine.Provider() {
      @Override
      public EngineId id() {
        return id;
      }

      @Override
      public String version() {
        return "0.0";
      }

      @Override
      public RenderEngine open() throws EngineUnavailableException {
        throw new EngineUnavailableException("not on this machine", new LinkageError("no library"));
      }
    };
  }

  @Override
  public String version() {
    return "9.9";
  }

  @Override
  public RenderEngine open() {
    return new RenderEngine() {
      @Override
      public RenderOutcome render(MathSource formula) {
        return outcomes.apply(formula);
      }

      @Override
      public void close() {
        // It holds nothing.
      }
    };
  }
}
