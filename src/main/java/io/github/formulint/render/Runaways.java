package io.github.formulint.render;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the formulas of a run with which an engine did not come to an end. Each may take seconds,
 * so after some of them those that look like more are not tried any more: a thousand in one
 * document must not hold up a run. Thread-safe.
 */
public final class Runaways {

  /** More than any honest document has; trying so many takes half a minute at most. */
  private static final int MAX = 8;

  private static final RenderOutcome NOT_TRIED =
      new RenderOutcome.NotTried(
          "not tried, since " + MAX + " formulas before took too long or too much memory");

  private final AtomicInteger count = new AtomicInteger();

  /** Counts one more. */
  public void add() {
    count.incrementAndGet();
  }

  /** Returns whether there were too many to try another. */
  public boolean areTooMany() {
    return count.get() >= MAX;
  }

  /** Returns the outcome of a formula that is not tried because there were too many. */
  public static RenderOutcome notTried() {
    return NOT_TRIED;
  }
}
