package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The verdicts of this run, known or awaited. When it is full it forgets those that were asked for
 * longest ago. Thread-safe.
 */
final class VerdictMemory {

  /** About what an entry takes besides its text. */
  private static final int ENTRY_BYTES = 200;

  private final long capacityBytes;

  // Guarded by this.
  private final Map<MathSource, CompletableFuture<Verdict>> verdicts =
      new LinkedHashMap<>(16, 0.75f, true);
  private long usedBytes;

  /**
   * Makes an empty memory.
   *
   * @param capacityBytes about how much memory it may take
   */
  VerdictMemory(long capacityBytes) {
    this.capacityBytes = capacityBytes;
  }

  /**
   * Returns the verdict of a formula.
   *
   * @param formula the formula
   * @param fresh remembered and returned if the formula is new
   */
  synchronized CompletableFuture<Verdict> recall(
      MathSource formula, CompletableFuture<Verdict> fresh) {
    CompletableFuture<Verdict> known = verdicts.putIfAbsent(formula, fresh);
    if (known != null) {
      return known;
    }
    usedBytes += bytes(formula);
    Iterator<MathSource> oldest = verdicts.keySet().iterator();
    while (usedBytes > capacityBytes) {
      usedBytes -= bytes(oldest.next());
      oldest.remove();
    }
    return fresh;
  }

  private static long bytes(MathSource formula) {
    return ENTRY_BYTES + 2L * formula.tex().length();
  }
}
