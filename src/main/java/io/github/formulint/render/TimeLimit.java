package io.github.formulint.render;

import java.time.Duration;
import java.util.Objects;

/**
 * How long something may take. Other programs keep the processor busy too, so what counts is the
 * processor time of the one that works, and time by the clock only in the end. Immutable.
 *
 * @param free how long by the clock it may take in any case; so long its processor time is not
 *     asked for, which costs something itself
 * @param processor how much processor time it may take after that
 * @param clock how long by the clock it may take at most, from its start
 */
public record TimeLimit(Duration free, Duration processor, Duration clock) {

  /** Checks that nothing is missing. */
  public TimeLimit {
    Objects.requireNonNull(free);
    Objects.requireNonNull(processor);
    Objects.requireNonNull(clock);
  }

  /**
   * Returns a limit by the clock alone.
   *
   * @param clock how long it may take
   */
  public static TimeLimit byTheClock(Duration clock) {
    return new TimeLimit(clock, Duration.ZERO, clock);
  }

  /** Starts to count. */
  public Stopwatch start() {
    return new Stopwatch(this);
  }
}
