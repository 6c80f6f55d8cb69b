package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Renders formulas with one engine, one after another, and outlives whatever they do to it.
 *
 * <p>The engine runs on a thread of its own with a large stack, and a second thread watches it. A
 * formula that takes longer than the limit has timed out; since an engine cannot be made to stop,
 * its thread is abandoned, and a new thread with a new engine goes on. An engine that throws is
 * replaced. It is opened when the first formula comes, or before by {@link #open}.
 *
 * <p>Thread-safe. All threads are daemons.
 */
public final class EngineWorker implements AutoCloseable {

  /** The size of the stack on which an engine runs, in bytes. */
  public static final long STACK_BYTES = 16L << 20;

  /**
   * How long one formula may take unless told otherwise. An engine that computes has two seconds.
   * One that waits, as for its sandbox, has limits of its own; the clock is for those that fail.
   */
  public static final TimeLimit DEFAULT_LIMIT =
      new TimeLimit(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(40));

  /** Abandoned threads go on using the processor, so their number is limited. */
  private static final int MAX_ABANDONED = 4;

  private static final RenderOutcome GIVEN_UP =
      new RenderOutcome.Unavailable(
          "given up, since " + MAX_ABANDONED + " formulas keep it busy without an end");

  private final RenderEngine.Provider provider;
  private final TimeLimit limit;
  private final ExecutorService watcher;
  private volatile boolean closed;

  // The watcher's own.
  private final List<EngineThread> abandoned = new ArrayList<>();
  private Optional<EngineThread> current = Optional.empty();

  /**
   * Makes a worker. Nothing is started yet.
   *
   * @param provider opens the engine
   * @param limit how long one formula may take; opening the engine does not count
   */
  public EngineWorker(RenderEngine.Provider provider, TimeLimit limit) {
    this.provider = Objects.requireNonNull(provider);
    this.limit = Objects.requireNonNull(limit);
    this.watcher =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "formulint watch " + provider.id().displayName());
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Opens the engine without waiting for it, so that it is ready sooner when a formula comes.
   *
   * @throws IllegalStateException if the worker is closed
   */
  public void open() {
    try {
      watcher.execute(() -> thread().open());
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the worker is closed", e);
    }
  }

  /**
   * Renders formulas behind those given earlier.
   *
   * @param formulas the formulas
   * @return the outcome of each formula, in the same order; ends with a {@link
   *     CancellationException} if the worker is closed before
   * @throws IllegalStateException if the worker is closed
   */
  public CompletableFuture<List<RenderOutcome>> render(List<MathSource> formulas) {
    List<MathSource> batch = List.copyOf(formulas);
    try {
      return CompletableFuture.supplyAsync(() -> renderAll(batch), watcher);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the worker is closed", e);
    }
  }

  private List<RenderOutcome> renderAll(List<MathSource> formulas) {
    List<RenderOutcome> outcomes = new ArrayList<>(formulas.size());
    int repeated = -1;
    while (outcomes.size() < formulas.size()) {
      outcomes.addAll(renderUntilAbandoned(formulas.subList(outcomes.size(), formulas.size())));
      int last = outcomes.size() - 1;
      // The clock alone decides about no formula: it is tried once more.
      if (outcomes.get(last) == EngineThread.HELD_UP && last != repeated) {
        outcomes.remove(last);
        repeated = last;
      }
    }
    return outcomes;
  }

  private List<RenderOutcome> renderUntilAbandoned(List<MathSource> formulas) {
    if (closed) {
      throw new CancellationException("the worker is closed");
    }
    abandoned.removeIf(EngineThread::hasEnded);
    if (abandoned.size() == MAX_ABANDONED) {
      return Collections.nCopies(formulas.size(), GIVEN_UP);
    }
    EngineThread thread = thread();
    try {
      return thread.render(formulas);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the worker was interrupted");
    } finally {
      if (thread.isAbandoned()) {
        abandoned.add(thread);
        current = Optional.empty();
      }
    }
  }

  private EngineThread thread() {
    EngineThread thread = current.orElseGet(() -> new EngineThread(provider, limit));
    current = Optional.of(thread);
    return thread;
  }

  /** Lets the engine go after the formulas on their way; those that wait are cancelled. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    watcher.execute(() -> current.ifPresent(EngineThread::close));
    watcher.shutdown();
  }
}
