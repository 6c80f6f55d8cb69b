package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.util.Optional;

/**
 * One running instance of an engine. It belongs to the thread that opened it: open, render and
 * close are called from that thread alone. The verdict of a formula does not depend on those before
 * it.
 */
public interface RenderEngine extends AutoCloseable {

  /**
   * Returns what came of rendering a formula. It never throws for the sake of a formula.
   *
   * @param formula the formula
   */
  RenderOutcome render(MathSource formula);

  /**
   * Gives back what can be given back while {@link #render} is busy without an end. Unlike all else
   * it is called from another thread.
   */
  default void abandon() {}

  /** Gives back what the engine holds. */
  @Override
  void close();

  /** Opens instances of one engine. Implementations are thread-safe. */
  interface Provider {

    /** Returns which engine it opens. */
    EngineId id();

    /** Returns the version of the engine, such as {@code 1.0.7}. */
    String version();

    /**
     * Returns what an instance surely makes of a formula if that is known without one, whether or
     * not the engine can run on this machine; empty if it must be asked.
     *
     * @param formula the formula
     */
    default Optional<RenderOutcome> foresee(MathSource formula) {
      return Optional.empty();
    }

    /**
     * Returns whether an instance should be opened before a formula is known that needs it; not, if
     * most runs need none.
     */
    default boolean isNeededEarly() {
      return true;
    }

    /**
     * Returns a provider of instances that tell the signs which formulas draw, as reports: {@link
     * DrawnSign}. Empty if the engine cannot tell.
     */
    default Optional<Provider> ofSigns() {
      return Optional.empty();
    }

    /**
     * Returns a new instance that belongs to the calling thread.
     *
     * @throws EngineUnavailableException if the engine cannot run on this machine
     */
    RenderEngine open() throws EngineUnavailableException;
  }
}
