package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Judges formulas with all selected engines side by side.
 *
 * <p>Each distinct formula is judged once, however often and from however many threads it is asked
 * for; only a run with more distinct formulas than fit in some 32 MB judges some of them anew.
 * Engines are opened when the first formula comes, or before by {@link #open}. The verdict of a
 * formula depends on neither the number of workers nor the order.
 *
 * <p>Thread-safe. All threads it starts are daemons.
 */
public final class FormulaJudge implements Judge, AutoCloseable {

  /** Small enough to spread over workers, large enough that handing over costs nothing. */
  private static final int BATCH_SIZE = 64;

  private static final long MEMORY_BYTES = 32L << 20;

  private final List<EnginePool> pools;

  /** Tells the signs that formulas draw. Opened when it is first asked: few runs need it. */
  private final Optional<EnginePool> signPool;

  private final Map<EngineId, String> versions;

  /** The verdict of nearly all formulas, shared to save memory. */
  private final Verdict clean;

  private final Consumer<String> notices;
  private final Set<EngineId> missed = ConcurrentHashMap.newKeySet();
  private final VerdictMemory memory = new VerdictMemory(MEMORY_BYTES);

  /**
   * Makes a judge with the usual deadline. No engine is opened yet.
   *
   * @param providers the engines, at least one, each once
   * @param jobs how many documents are checked at once, 1 or more; each engine gets half as many
   *     workers
   * @param notices is told once for each engine that cannot run, on any thread
   */
  public FormulaJudge(List<RenderEngine.Provider> providers, int jobs, Consumer<String> notices) {
    this(providers, jobs, EngineWorker.DEFAULT_LIMIT, notices);
  }

  /**
   * Makes a judge. No engine is opened yet.
   *
   * @param providers the engines, at least one, each once
   * @param jobs how many documents are checked at once, 1 or more; each engine gets half as many
   *     workers
   * @param limit how long one formula may keep an engine busy
   * @param notices is told once for each engine that cannot run, on any thread
   * @throws IllegalArgumentException if there is no engine, an engine twice, or no job
   */
  public FormulaJudge(
      List<RenderEngine.Provider> providers, int jobs, TimeLimit limit, Consumer<String> notices) {
    if (providers.isEmpty() || jobs < 1) {
      throw new IllegalArgumentException("no engine or no job");
    }
    Map<EngineId, String> found = new EnumMap<>(EngineId.class);
    List<EnginePool> made = new ArrayList<>();
    for (RenderEngine.Provider provider : providers) {
      if (found.put(provider.id(), provider.version()) != null) {
        throw new IllegalArgumentException("twice: " + provider.id());
      }
      made.add(new EnginePool(provider, workersOfEach(jobs), limit));
    }
    Map<EngineId, RenderOutcome> allClean = new EnumMap<>(EngineId.class);
    found.keySet().forEach(id -> allClean.put(id, RenderOutcome.Rendered.CLEAN));
    this.clean = new Verdict(allClean);
    this.versions = Collections.unmodifiableMap(found);
    this.pools = List.copyOf(made);
    this.signPool =
        providers.stream()
            .map(RenderEngine.Provider::ofSigns)
            .flatMap(Optional::stream)
            .findFirst()
            .map(provider -> new EnginePool(provider, 1, limit));
    this.notices = Objects.requireNonNull(notices);
  }

  /**
   * Judging takes about half as long as reading, and a worker costs: JLaTeXMath is loaded and
   * compiled anew for each.
   */
  private static int workersOfEach(int jobs) {
    return jobs / 2 + jobs % 2;
  }

  /** Returns the version of each engine that is asked, such as {@code 1.0.7}. */
  public Map<EngineId, String> versions() {
    return versions;
  }

  /**
   * Opens an instance of each engine side by side, without waiting for them, so that they are ready
   * sooner when the first formula comes.
   *
   * @throws IllegalStateException if the judge is closed
   */
  public void open() {
    pools.forEach(EnginePool::open);
  }

  /**
   * Returns the verdict of each formula, and waits for it.
   *
   * @param formulas the formulas; the same may stand there more than once
   * @return the verdict of each distinct formula, in the order of the formulas
   * @throws IllegalStateException if the judge is closed
   */
  @Override
  public Map<MathSource, Verdict> judge(Collection<MathSource> formulas) {
    Map<MathSource, CompletableFuture<Verdict>> pending = new LinkedHashMap<>();
    List<MathSource> fresh = new ArrayList<>();
    for (MathSource formula : formulas) {
      if (pending.containsKey(formula)) {
        continue;
      }
      CompletableFuture<Verdict> mine = new CompletableFuture<>();
      CompletableFuture<Verdict> known = memory.recall(formula, mine);
      pending.put(formula, known);
      if (known == mine) {
        fresh.add(formula);
      }
    }
    for (int from = 0; from < fresh.size(); from += BATCH_SIZE) {
      List<MathSource> batch = fresh.subList(from, Math.min(from + BATCH_SIZE, fresh.size()));
      ask(batch, batch.stream().map(pending::get).toList());
    }
    Map<MathSource, Verdict> verdicts = new LinkedHashMap<>();
    try {
      pending.forEach((formula, verdict) -> verdicts.put(formula, verdict.join()));
    } catch (CompletionException e) {
      throw new IllegalStateException("the judge is closed", e);
    }
    return verdicts;
  }

  /**
   * Returns the signs that each formula draws, as {@link Judge#signs} tells, and waits for them.
   *
   * @param formulas the formulas, in any order
   * @throws IllegalStateException if the judge is closed
   */
  @Override
  public Map<MathSource, List<DrawnSign>> signs(Collection<MathSource> formulas) {
    if (signPool.isEmpty()) {
      return Map.of();
    }
    List<MathSource> asked = List.copyOf(new LinkedHashSet<>(formulas));
    List<RenderOutcome> outcomes;
    try {
      outcomes = signPool.get().render(asked).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the judge is closed", e);
    }
    Map<MathSource, List<DrawnSign>> drawn = new LinkedHashMap<>();
    // Few manners are drawn in, and many signs.
    Map<String, String> manners = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      if (outcomes.get(i) instanceof RenderOutcome.Rendered rendered) {
        List<DrawnSign> signs = new ArrayList<>();
        for (RenderReport report : rendered.reports()) {
          if (report.code().equals(DrawnSign.REPORT) && report.place().isPresent()) {
            String manner = manners.computeIfAbsent(report.message(), each -> each);
            signs.add(new DrawnSign(report.place().get(), manner));
          }
        }
        drawn.put(asked.get(i), List.copyOf(signs));
      }
    }
    return drawn;
  }

  /** Asks all engines; the verdicts are complete when the last of them has answered. */
  private void ask(List<MathSource> formulas, List<CompletableFuture<Verdict>> verdicts) {
    List<CompletableFuture<List<RenderOutcome>>> answers =
        pools.stream().map(pool -> askOne(pool, formulas)).toList();
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .whenComplete(
            (done, failure) -> {
              for (int i = 0; i < verdicts.size(); i++) {
                if (failure == null) {
                  verdicts.get(i).complete(verdict(answers, i));
                } else {
                  verdicts.get(i).completeExceptionally(failure);
                }
              }
            });
  }

  private CompletableFuture<List<RenderOutcome>> askOne(
      EnginePool pool, List<MathSource> formulas) {
    try {
      return pool.render(formulas).whenComplete((outcomes, failure) -> notice(pool.id(), outcomes));
    } catch (IllegalStateException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Verdict verdict(List<CompletableFuture<List<RenderOutcome>>> answers, int index) {
    Map<EngineId, RenderOutcome> outcomes = new EnumMap<>(EngineId.class);
    for (int i = 0; i < pools.size(); i++) {
      outcomes.put(pools.get(i).id(), answers.get(i).join().get(index));
    }
    return isClean(outcomes) ? clean : new Verdict(outcomes);
  }

  /** By identity: engines share the outcome of a clean formula. */
  private static boolean isClean(Map<EngineId, RenderOutcome> outcomes) {
    for (RenderOutcome outcome : outcomes.values()) {
      if (outcome != RenderOutcome.Rendered.CLEAN) {
        return false;
      }
    }
    return true;
  }

  private void notice(EngineId engine, List<RenderOutcome> outcomes) {
    if (outcomes == null) {
      return;
    }
    for (RenderOutcome outcome : outcomes) {
      if (outcome instanceof RenderOutcome.Unavailable unavailable && missed.add(engine)) {
        notices.accept(engine.displayName() + " is not available: " + unavailable.reason());
      }
    }
  }

  /** Stops the engines. Who waits for a verdict gets an {@link IllegalStateException}. */
  @Override
  public void close() {
    pools.forEach(EnginePool::close);
    signPool.ifPresent(EnginePool::close);
  }
}
