package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.util.Optional;

/**
 * An engine whose breakdowns are outcomes. It is opened when first needed, and anew after each
 * breakdown. Belongs to one thread, except {@link #abandon}.
 */
final class GuardedEngine {

  private final RenderEngine.Provider provider;

  private volatile Optional<RenderEngine> engine = Optional.empty();
  private Optional<RenderOutcome> unavailable = Optional.empty();

  GuardedEngine(RenderEngine.Provider provider) {
    this.provider = provider;
  }

  /** Makes ready for {@link #render}. This takes time if the engine is not open. */
  void open() {
    if (engine.isPresent() || unavailable.isPresent()) {
      return;
    }
    try {
      engine = Optional.of(provider.open());
    } catch (EngineUnavailableException e) {
      unavailable = Optional.of(new RenderOutcome.Unavailable(e.getMessage()));
    } catch (Throwable e) {
      unavailable = Optional.of(new RenderOutcome.Unavailable("it does not start: " + e));
    }
  }

  /** Returns what came of a formula, whatever the engine throws. */
  RenderOutcome render(MathSource formula) {
    open();
    if (unavailable.isPresent()) {
      return unavailable.get();
    }
    try {
      return engine.orElseThrow().render(formula);
    } catch (Throwable e) {
      // Even an Error ends this formula only: what it leaves behind goes with the engine.
      close();
      return e instanceof OutOfMemoryError
          ? RenderOutcome.OutOfMemory.TOO_MUCH
          : new RenderOutcome.Crashed(e.toString());
    }
  }

  /** Gives back what can be given back while the engine's thread is busy without an end. */
  void abandon() {
    engine.ifPresent(RenderEngine::abandon);
  }

  void close() {
    try {
      engine.ifPresent(RenderEngine::close);
    } catch (Throwable e) {
      // Nothing more can be done with it, and its verdicts stand.
    }
    engine = Optional.empty();
  }
}
