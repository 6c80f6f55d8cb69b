package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A thread with an engine that only this thread touches. Once it is abandoned it renders nothing
 * more: it closes its engine and ends as soon as the engine lets it.
 *
 * <p>Used by one other thread, which hands over the formulas and waits.
 */
final class EngineThread {

  /** The last outcome before a thread is abandoned for which the machine had no time. */
  static final RenderOutcome HELD_UP =
      new RenderOutcome.NotTried(RenderOutcome.NotTried.HELD_UP.reason());

  private final GuardedEngine engine;
  private final TimeLimit limit;
  private final ExecutorService thread;

  EngineThread(RenderEngine.Provider provider, TimeLimit limit) {
    this.engine = new GuardedEngine(provider);
    this.limit = limit;
    String name = "formulint " + provider.id().displayName();
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(null, task, name, EngineWorker.STACK_BYTES);
              made.setDaemon(true);
              return made;
            });
  }

  /** Opens the engine without waiting for it. */
  void open() {
    thread.execute(engine::open);
  }

  /**
   * Renders formulas in order and waits for them.
   *
   * @param formulas the formulas
   * @return an outcome for each formula; fewer if the last of them is of a formula that took longer
   *     than the limit, and then this thread is abandoned
   */
  List<RenderOutcome> render(List<MathSource> formulas) throws InterruptedException {
    Batch batch = new Batch(formulas);
    thread.execute(batch);
    List<RenderOutcome> outcomes = batch.await();
    if (outcomes.size() < formulas.size() || batch.abandoned) {
      thread.shutdownNow();
      engine.abandon();
    }
    return outcomes;
  }

  /** Returns whether it was closed or abandoned and has ended. */
  boolean hasEnded() {
    return thread.isTerminated();
  }

  /** Returns whether it takes no more formulas. */
  boolean isAbandoned() {
    return thread.isShutdown();
  }

  /** Closes the engine and lets the thread end. */
  void close() {
    thread.execute(engine::close);
    thread.shutdown();
  }

  /** Formulas on their way through the engine. Its monitor guards what changes. */
  private final class Batch implements Runnable {

    /** How often it is asked whether a formula that takes long has used up its time. */
    private static final long POLL_MILLIS = 100;

    private final List<MathSource> formulas;
    private final List<RenderOutcome> outcomes;
    private Optional<Stopwatch> stopwatch = Optional.empty();
    private Thread runner;
    private boolean abandoned;

    Batch(List<MathSource> formulas) {
      this.formulas = formulas;
      this.outcomes = new ArrayList<>(formulas.size());
    }

    @Override
    public void run() {
      for (MathSource formula : formulas) {
        // Opening is no fault of the formula, so no time runs.
        engine.open();
        begin();
        if (!end(engine.render(formula))) {
          engine.close();
          return;
        }
      }
    }

    private synchronized void begin() {
      runner = Thread.currentThread();
      stopwatch = Optional.of(limit.start());
    }

    private synchronized boolean end(RenderOutcome outcome) {
      stopwatch = Optional.empty();
      if (abandoned) {
        return false;
      }
      outcomes.add(outcome);
      if (outcomes.size() == formulas.size()) {
        notifyAll();
      }
      return true;
    }

    synchronized List<RenderOutcome> await() throws InterruptedException {
      while (outcomes.size() < formulas.size()) {
        Duration rest = stopwatch.isPresent() ? stopwatch.get().rest() : limit.free();
        if (rest.toNanos() <= 0 && stopwatch.get().isUp(() -> Stopwatch.processorTime(runner))) {
          abandoned = true;
          outcomes.add(stopwatch.get().isHeldUp() ? HELD_UP : RenderOutcome.TimedOut.NO_ANSWER);
          break;
        }
        // Not woken at each formula: the next one cannot be late before this one can.
        wait(rest.toNanos() <= 0 ? POLL_MILLIS : rest.toMillis() + 1);
      }
      return List.copyOf(outcomes);
    }
  }
}
