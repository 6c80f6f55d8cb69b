package io.github.formulint.render;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Says when a {@link TimeLimit} is up. Belongs to one thread. */
public final class Stopwatch {

  private final TimeLimit limit;
  private final long startedAtNanos = System.nanoTime();

  /** The processor time when the free time was up. */
  private Optional<Duration> before = Optional.empty();

  private boolean isAsked;
  private boolean isHeldUp;

  Stopwatch(TimeLimit limit) {
    this.limit = limit;
  }

  /** Returns for how long the limit cannot be up yet; 0 or less if it may be up. */
  public Duration rest() {
    return limit.free().minus(elapsed());
  }

  /**
   * Returns whether the limit is up.
   *
   * @param processorTime returns the processor time that was used since any moment before the
   *     start, or nothing where that cannot be known; then the clock alone counts
   */
  public boolean isUp(Supplier<Optional<Duration>> processorTime) {
    Duration elapsed = elapsed();
    if (elapsed.compareTo(limit.free()) < 0) {
      return false;
    }
    if (elapsed.compareTo(limit.clock()) >= 0) {
      isHeldUp = !limit.processor().isZero() && !isUsedUp(processorTime.get());
      return true;
    }
    Optional<Duration> now = processorTime.get();
    if (!isAsked) {
      isAsked = true;
      before = now;
      return limit.processor().isZero();
    }
    return isUsedUp(now);
  }

  private boolean isUsedUp(Optional<Duration> now) {
    return now.isPresent()
        && before.isPresent()
        && now.get().minus(before.get()).compareTo(limit.processor()) >= 0;
  }

  /**
   * Returns whether the limit is up by the clock alone, while the processor worked on something
   * else: the machine is busy, or the process was stopped for a while. That says nothing of who was
   * to work.
   */
  public boolean isHeldUp() {
    return isHeldUp;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAtNanos);
  }

  /**
   * Returns the processor time of a thread of this program, or nothing where Java does not know it.
   *
   * @param thread the thread
   */
  public static Optional<Duration> processorTime(Thread thread) {
    try {
      long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
      return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    } catch (UnsupportedOperationException | LinkageError e) {
      return Optional.empty();
    }
  }
}
