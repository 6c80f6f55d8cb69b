package io.github.formulint.render;

import io.github.formulint.tex.MathSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An engine for tests that does what the formula says: {@code hang}, {@code throw}, {@code error},
 * {@code reject…}, or else render. It counts.
 */
final class FakeProvider implements RenderEngine.Provider {

  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  final Map<MathSource, Integer> asked = new ConcurrentHashMap<>();
  final CountDownLatch release = new CountDownLatch(1);

  private final EngineId id;

  FakeProvider(EngineId id) {
    this.id = id;
  }

  @Override
  public EngineId id() {
    return id;
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public RenderEngine open() {
    opened.incrementAndGet();
    Thread owner = Thread.currentThread();
    return new RenderEngine() {
      @Override
      public RenderOutcome render(MathSource formula) {
        requireOwner();
        asked.merge(formula, 1, Integer::sum);
        return answer(formula.tex());
      }

      @Override
      public void close() {
        requireOwner();
        closed.incrementAndGet();
      }

      private void requireOwner() {
        if (Thread.currentThread() != owner) {
          throw new IllegalStateException("not the thread that opened the engine");
        }
      }
    };
  }

  private RenderOutcome answer(String tex) {
    if (tex.equals("hang")) {
      awaitRelease();
    } else if (tex.equals("throw")) {
      throw new IllegalArgumentException("broken");
    } else if (tex.equals("error")) {
      throw new StackOverflowError();
    } else if (tex.startsWith("reject")) {
      return new RenderOutcome.Rejected(tex, Optional.empty());
    }
    return RenderOutcome.Rendered.CLEAN;
  }

  /** Like a real engine in a loop, it takes no notice of an interrupt. */
  private void awaitRelease() {
    while (release.getCount() > 0) {
      try {
        release.await();
      } catch (InterruptedException e) {
        // Waits on.
      }
    }
  }
}
