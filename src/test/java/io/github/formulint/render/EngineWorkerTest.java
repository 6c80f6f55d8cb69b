package io.github.formulint.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineWorkerTest {

  private static final TimeLimit SHORT = TimeLimit.byTheClock(Duration.ofMillis(100));
  private static final TimeLimit LONG = TimeLimit.byTheClock(Duration.ofMinutes(10));

  private final FakeProvider provider = new FakeProvider(EngineId.JLATEXMATH);

  @AfterEach
  void release() {
    provider.release.countDown();
  }

  @Test
  void rendersInOrderWithOneEngine() {
    try (EngineWorker worker = new EngineWorker(provider, LONG)) {
      List<String> tex = IntStream.range(0, 500).mapToObj(i -> "reject" + i).toList();
      assertThat(outcomes(worker, tex.toArray(String[]::new)))
          .extracting(outcome -> outcome.message().orElseThrow())
          .isEqualTo(tex);
    }
    assertThat(provider.opened).hasValue(1);
  }

  @Test
  void opensNothingUntilAFormulaComes() {
    try (EngineWorker worker = new EngineWorker(provider, LONG)) {
      assertThat(outcomes(worker)).isEmpty();
      assertThat(provider.opened).hasValue(0);
    }
  }

  @Test
  void goesOnWithANewEngineWhenAFormulaHangs() {
    try (EngineWorker worker = new EngineWorker(provider, SHORT)) {
      assertThat(outcomes(worker, "x", "hang", "reject", "hang"))
          .extracting(RenderOutcome::status)
          .containsExactly("rendered", "timeout", "rejected", "timeout");
      assertThat(outcomes(worker, "y")).containsExactly(RenderOutcome.Rendered.CLEAN);
    }
    assertThat(provider.opened).hasValue(3);
  }

  @Test
  void closesTheEngineOfAHangThatEnds() throws InterruptedException {
    try (EngineWorker worker = new EngineWorker(provider, SHORT)) {
      outcomes(worker, "hang");
      provider.release.countDown();
      while (provider.closed.get() == 0) {
        Thread.sleep(5);
      }
      assertThat(outcomes(worker, "hang")).containsExactly(RenderOutcome.Rendered.CLEAN);
    }
  }

  @Test
  void givesUpWhenTooManyFormulasHang() {
    try (EngineWorker worker = new EngineWorker(provider, SHORT)) {
      String[] hangs = Stream.generate(() -> "hang").limit(20).toArray(String[]::new);
      assertThat(outcomes(worker, hangs)).extracting(RenderOutcome::status).endsWith("unavailable");
      assertThat(provider.opened.get()).isLessThan(10);
    }
  }

  @Test
  void replacesAnEngineThatThrows() {
    try (EngineWorker worker = new EngineWorker(provider, LONG)) {
      assertThat(outcomes(worker, "throw", "x", "error", "y"))
          .extracting(RenderOutcome::status)
          .containsExactly("crashed", "rendered", "crashed", "rendered");
    }
    assertThat(provider.opened).hasValue(3);
    assertThat(provider.closed.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void saysWhyAnEngineCannotBeOpened() {
    for (UnavailableProvider unavailable :
        List.of(
            new UnavailableProvider(new EngineUnavailableException("no fonts", null)),
            new UnavailableProvider(new UnsatisfiedLinkError("no fonts")))) {
      try (EngineWorker worker = new EngineWorker(unavailable, LONG)) {
        assertThat(outcomes(worker, "x", "y"))
            .allSatisfy(
                outcome -> {
                  assertThat(outcome).isInstanceOf(RenderOutcome.Unavailable.class);
                  assertThat(outcome.message().orElseThrow()).contains("no fonts");
                });
      }
    }
  }

  @Test
  void takesNothingOnceClosed() {
    EngineWorker worker = new EngineWorker(provider, LONG);
    worker.close();
    worker.close();
    assertThatThrownBy(() -> outcomes(worker, "x")).isInstanceOf(IllegalStateException.class);
  }

  private static List<RenderOutcome> outcomes(EngineWorker worker, String... tex) {
    return worker
        .render(Stream.of(tex).map(t -> new MathSource(t, MathStyle.INLINE)).toList())
        .join();
  }
}
