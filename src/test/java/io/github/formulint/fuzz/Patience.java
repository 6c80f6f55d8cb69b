package io.github.formulint.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How much time an input takes: that of the processor, of which a process uses none while it is
 * stopped, and little while the machine is busy.
 */
final class Patience {

  /** How much an input may use. */
  static final Duration LIMIT = Duration.ofSeconds(3);

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long startedAtNanos = SYSTEM.getProcessCpuTime();
  private final Duration stoodStillBefore = Standstill.total();

  private Patience() {}

  static Patience begin() {
    return new Patience();
  }

  boolean isExceeded() {
    return SYSTEM.getProcessCpuTime() - startedAtNanos > LIMIT.toNanos();
  }

  /** Returns whether the process was stopped meanwhile, so that deadlines say nothing. */
  boolean hasStoodStill() {
    return Standstill.total().compareTo(stoodStillBefore) > 0;
  }
}
