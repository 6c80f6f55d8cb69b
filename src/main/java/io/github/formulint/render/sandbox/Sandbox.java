package io.github.formulint.render.sandbox;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Runaways;
import io.github.formulint.render.TimeLimit;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Renders formulas in a child process, which is started when the first one comes, serves the later
 * ones, and is ended and replaced when one takes too long. Whatever the child does, each formula
 * gets an outcome in time. Belongs to one thread, except {@link #abandon}.
 */
public final class Sandbox implements AutoCloseable {

  /**
   * What is cheap takes milliseconds, also for a Java that has just been started; the start does
   * not count. The clock is for a child that waits or is held up: where much else runs, it must not
   * decide.
   */
  private static final TimeLimit LIMIT =
      new TimeLimit(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(10));

  /** What the sandboxes of one run share. Thread-safe. */
  public static final class Shared {

    private final ChildStarter starter;
    private final Runaways runaways = new Runaways();
    private final Consumer<String> notices;
    private final AtomicBoolean isHopeless = new AtomicBoolean();

    /**
     * Makes it. Nothing is started yet.
     *
     * @param starter starts the children
     * @param notices is told once why no child can be started; must be thread-safe
     */
    public Shared(ChildStarter starter, Consumer<String> notices) {
      this.starter = Objects.requireNonNull(starter);
      this.notices = Objects.requireNonNull(notices);
    }

    private void giveUp(IOException why) {
      if (isHopeless.compareAndSet(false, true)) {
        notices.accept(
            "formulas that may take long cannot be tried, since no process can be started for them: "
                + why.getMessage());
      }
    }
  }

  private static final RenderOutcome NO_CHILD =
      new RenderOutcome.NotTried(
          "not tried, since it may be too much and no process can be started");

  private final Shared shared;
  private volatile Optional<Child> child = Optional.empty();
  private volatile boolean isAbandoned;

  /**
   * Makes a sandbox. Nothing is started yet.
   *
   * @param shared what it shares with others
   */
  public Sandbox(Shared shared) {
    this.shared = Objects.requireNonNull(shared);
  }

  /**
   * Returns what came of a formula. It takes two seconds of the processor and ten by the clock at
   * most, and a start of Java if need be.
   *
   * @param formula the formula
   */
  public RenderOutcome render(MathSource formula) {
    try {
      return renderInChild(formula);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      return RenderOutcome.TimedOut.TOO_LONG;
    }
  }

  private RenderOutcome renderInChild(MathSource formula) throws InterruptedException {
    boolean isRepeated = false;
    while (true) {
      if (shared.runaways.areTooMany()) {
        return Runaways.notTried();
      }
      if (!isStarted()) {
        return NO_CHILD;
      }
      Child asked = child.orElseThrow();
      boolean isFresh = asked.isFresh();
      try {
        return asked.render(formula, LIMIT);
      } catch (Child.HeldUpException e) {
        close();
        if (isRepeated) {
          return RenderOutcome.NotTried.HELD_UP;
        }
        isRepeated = true;
      } catch (TimeoutException e) {
        close();
        shared.runaways.add();
        return RenderOutcome.TimedOut.TOO_LONG;
      } catch (IOException e) {
        boolean isOutOfMemory = asked.isOutOfMemory();
        close();
        // A child that has served others may have died of them: the verdict is that of a fresh one.
        if (isFresh) {
          shared.runaways.add();
          return isOutOfMemory
              ? RenderOutcome.OutOfMemory.TOO_MUCH
              : new RenderOutcome.Crashed("the process that renders it breaks down over it");
        }
      }
    }
  }

  private boolean isStarted() throws InterruptedException {
    if (child.isPresent()) {
      return true;
    }
    if (shared.isHopeless.get() || isAbandoned) {
      return false;
    }
    try {
      child = Optional.of(startAgainIfHeldUp());
    } catch (IOException e) {
      shared.giveUp(e);
      return false;
    }
    if (isAbandoned) {
      close();
      return false;
    }
    return true;
  }

  private Child startAgainIfHeldUp() throws IOException, InterruptedException {
    try {
      return Child.start(shared.starter);
    } catch (IOException e) {
      if (e.getCause() instanceof Child.HeldUpException) {
        return Child.start(shared.starter);
      }
      throw e;
    }
  }

  /** Ends the child for good, from any thread. Who waits for an outcome gets one soon. */
  public void abandon() {
    isAbandoned = true;
    child.ifPresent(Child::destroy);
  }

  /** Ends the child. A later formula would start another. */
  @Override
  public void close() {
    child.ifPresent(Child::destroy);
    child = Optional.empty();
  }
}
