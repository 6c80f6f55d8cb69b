package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The workers of one engine. Each is made when it pays. Thread-safe. */
final class EnginePool implements AutoCloseable {

  /** Opening another engine takes about as long as judging this many formulas. */
  private static final int WORTH_ANOTHER = 256;

  /** Holds the place of an outcome that an engine must tell. */
  private static final RenderOutcome OPEN = new RenderOutcome.Unavailable("not asked");

  private final RenderEngine.Provider provider;
  private final int maxWorkers;
  private final TimeLimit limit;

  // Guarded by this.
  private final List<LoadedWorker> workers = new ArrayList<>();
  private long taken;
  private boolean closed;

  EnginePool(RenderEngine.Provider provider, int maxWorkers, TimeLimit limit) {
    this.provider = provider;
    this.maxWorkers = maxWorkers;
    this.limit = limit;
  }

  EngineId id() {
    return provider.id();
  }

  /**
   * Opens the engine of a first worker without waiting for it, if most runs need one.
   *
   * @throws IllegalStateException if the pool is closed
   */
  synchronized void open() {
    if (closed) {
      throw new IllegalStateException("the engines are closed");
    }
    if (workers.isEmpty() && provider.isNeededEarly()) {
      add().worker().open();
    }
  }

  /**
   * Returns at once what is known of formulas without an engine, and gives the others to the worker
   * that has the least to do.
   *
   * @throws IllegalStateException if the pool is closed
   */
  CompletableFuture<List<RenderOutcome>> render(List<MathSource> formulas) {
    List<RenderOutcome> outcomes = new ArrayList<>(formulas.size());
    List<MathSource> open = new ArrayList<>();
    for (MathSource source : formulas) {
      MathSource formula = asAsked(source);
      Optional<RenderOutcome> foreseen = provider.foresee(formula);
      outcomes.add(foreseen.orElse(OPEN));
      if (foreseen.isEmpty()) {
        open.add(formula);
      }
    }
    return open.isEmpty()
        ? CompletableFuture.completedFuture(outcomes)
        : ask(open).thenApply(answers -> merge(outcomes, answers));
  }

  /** JLaTeXMath takes definitions only within a formula. */
  private MathSource asAsked(MathSource formula) {
    return provider.id() == EngineId.JLATEXMATH && !formula.definitions().isEmpty()
        ? new MathSource(
            String.join(" ", formula.definitions()) + " " + formula.tex(), formula.style())
        : formula;
  }

  /** Puts the answers of an engine in the places that were left open. */
  private static List<RenderOutcome> merge(
      List<RenderOutcome> outcomes, List<RenderOutcome> answers) {
    Iterator<RenderOutcome> answer = answers.iterator();
    outcomes.replaceAll(outcome -> outcome == OPEN ? answer.next() : outcome);
    return outcomes;
  }

  private CompletableFuture<List<RenderOutcome>> ask(List<MathSource> formulas) {
    LoadedWorker worker = take(formulas.size());
    return worker
        .worker()
        .render(formulas)
        .whenComplete((outcomes, failure) -> worker.load().addAndGet(-formulas.size()));
  }

  private synchronized LoadedWorker take(int formulas) {
    if (closed) {
      throw new IllegalStateException("the engines are closed");
    }
    LoadedWorker least = leastLoaded();
    least.load().addAndGet(formulas);
    taken += formulas;
    return least;
  }

  private LoadedWorker leastLoaded() {
    LoadedWorker least = workers.isEmpty() ? add() : workers.get(0);
    for (LoadedWorker worker : workers) {
      if (worker.load().get() < least.load().get()) {
        least = worker;
      }
    }
    boolean longRun = taken > WORTH_ANOTHER || least.load().get() > WORTH_ANOTHER;
    boolean busy = least.load().get() > 0;
    return busy && longRun && workers.size() < maxWorkers ? add() : least;
  }

  private LoadedWorker add() {
    LoadedWorker added = new LoadedWorker(new EngineWorker(provider, limit), new AtomicInteger());
    workers.add(added);
    return added;
  }

  @Override
  public synchronized void close() {
    closed = true;
    workers.forEach(worker -> worker.worker().close());
  }

  /** A worker, and the number of formulas it was given and has not judged. */
  private record LoadedWorker(EngineWorker worker, AtomicInteger load) {}
}
