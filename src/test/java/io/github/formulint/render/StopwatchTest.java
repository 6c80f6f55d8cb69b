package io.github.formulint.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopwatchTest {

  private static final TimeLimit BY_THE_PROCESSOR =
      new TimeLimit(Duration.ZERO, Duration.ofSeconds(1), Duration.ofHours(1));

  @Test
  void processorTimeCountsFromWhereItWas() {
    Stopwatch stopwatch = BY_THE_PROCESSOR.start();
    assertThat(stopwatch.isUp(() -> Optional.of(Duration.ofSeconds(90)))).isFalse();
    assertThat(stopwatch.isUp(() -> Optional.of(Duration.ofMillis(90_900)))).isFalse();
    assertThat(stopwatch.isUp(() -> Optional.of(Duration.ofSeconds(91)))).isTrue();
  }

  @Test
  void theClockAloneCountsWhereProcessorTimeIsNotKnown() throws InterruptedException {
    Stopwatch forever = BY_THE_PROCESSOR.start();
    Stopwatch brief =
        new TimeLimit(Duration.ZERO, Duration.ofHours(1), Duration.ofMillis(20)).start();
    Thread.sleep(30);
    assertThat(forever.isUp(Optional::empty)).isFalse();
    assertThat(forever.isUp(Optional::empty)).isFalse();
    assertThat(brief.isUp(Optional::empty)).isTrue();
  }

  @Test
  void knowsWhetherTheClockAloneHasEndedIt() {
    TimeLimit over = new TimeLimit(Duration.ZERO, Duration.ofHours(1), Duration.ZERO);
    Stopwatch frozen = over.start();
    assertThat(frozen.isUp(() -> Optional.of(Duration.ofSeconds(1)))).isTrue();
    assertThat(frozen.isHeldUp()).isTrue();
    Stopwatch busy = BY_THE_PROCESSOR.start();
    busy.isUp(() -> Optional.of(Duration.ZERO));
    assertThat(busy.isUp(() -> Optional.of(Duration.ofSeconds(2)))).isTrue();
    assertThat(busy.isHeldUp()).isFalse();
    Stopwatch byTheClock = TimeLimit.byTheClock(Duration.ZERO).start();
    assertThat(byTheClock.isUp(Optional::empty)).isTrue();
    assertThat(byTheClock.isHeldUp()).isFalse();
  }

  @Test
  void processorTimeIsNotAskedForInTheFreeTime() {
    Stopwatch stopwatch = TimeLimit.byTheClock(Duration.ofHours(1)).start();
    assertThat(
            stopwatch.isUp(
                () -> {
                  throw new AssertionError("it costs something");
                }))
        .isFalse();
    assertThat(stopwatch.rest()).isPositive();
  }

  @Test
  void knowsTheProcessorTimeOfAThread() {
    Thread self = Thread.currentThread();
    Duration before = Stopwatch.processorTime(self).orElseThrow();
    while (Stopwatch.processorTime(self).orElseThrow().minus(before).toMillis() < 20) {
      Thread.onSpinWait();
    }
    assertThat(Stopwatch.processorTime(new Thread(() -> {}))).isEmpty();
  }
}
