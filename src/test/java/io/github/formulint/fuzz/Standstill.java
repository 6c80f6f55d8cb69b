package io.github.formulint.fuzz;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Notices that the process was stopped for a while: a thread that sleeps briefly wakes up late. */
final class Standstill {

  private static final long SLEEP_MILLIS = 50;
  private static final long LATE_MILLIS = 1_000;

  private static final AtomicLong NANOS = new AtomicLong();

  static {
    Thread watch = new Thread(Standstill::watch, "standstill");
    watch.setDaemon(true);
    watch.start();
  }

  private Standstill() {}

  /** Returns how long the process has stood still since it was first asked. */
  static Duration total() {
    return Duration.ofNanos(NANOS.get());
  }

  private static void watch() {
    long before = System.nanoTime();
    while (true) {
      try {
        Thread.sleep(SLEEP_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      long now = System.nanoTime();
      if (now - before > (SLEEP_MILLIS + LATE_MILLIS) * 1_000_000) {
        NANOS.addAndGet(now - before);
      }
      before = now;
    }
  }
}
