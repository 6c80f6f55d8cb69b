package io.github.formulint.render.sandbox;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Stopwatch;
import io.github.formulint.render.TimeLimit;
import io.github.formulint.tex.MathSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process in which formulas are rendered one after another. Once it has failed it is of no use
 * any more. Belongs to one thread, except {@link #destroy}.
 */
final class Child {

  /** Not ready yet? A machine on which Java takes longer to start is hopeless. */
  private static final TimeLimit START =
      new TimeLimit(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(15));

  /** How often it is asked whether a formula has used up its time. */
  private static final long POLL_MILLIS = 50;

  /** How long the end of a process may take to be told after its last word. */
  private static final long END_MILLIS = 2_000;

  /** The clock alone has ended it: nothing is known of the formula, nor of Java. */
  static final class HeldUpException extends TimeoutException {
    private static final long serialVersionUID = 1;
  }

  private final Process process;
  private final InputStream in;
  private final OutputStream out;
  private int asked;

  private Child(Process process) {
    this.process = process;
    in = new BufferedInputStream(process.getInputStream());
    out = new BufferedOutputStream(process.getOutputStream());
  }

  /**
   * Starts a child and waits until it is ready.
   *
   * @throws IOException if it does not start; the message says why
   */
  static Child start(ChildStarter starter) throws IOException, InterruptedException {
    Child child = new Child(starter.start());
    try {
      Frame frame = child.inTime(START, () -> Frame.read(child.in));
      if (frame.number() != 0 || frame.content().length > 0) {
        throw new IOException(new String(frame.content(), StandardCharsets.UTF_8));
      }
      return child;
    } catch (TimeoutException e) {
      child.destroy();
      throw new IOException("Java takes too long to start", e);
    } catch (IOException e) {
      child.destroy();
      throw new IOException("Java does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      child.destroy();
      throw e;
    }
  }

  /** Returns whether it was asked about no formula yet. */
  boolean isFresh() {
    return asked == 0;
  }

  /**
   * Returns what came of a formula.
   *
   * @throws TimeoutException if that takes too long
   * @throws IOException if the child is gone, or answers anything else
   */
  RenderOutcome render(MathSource formula, TimeLimit limit)
      throws TimeoutException, IOException, InterruptedException {
    asked++;
    int number = asked;
    return inTime(
        limit,
        () -> {
          new Frame(number, Message.of(formula)).write(out);
          Frame answer = Frame.read(in);
          if (answer.number() != number) {
            throw new IOException("an answer out of turn");
          }
          return Message.outcome(answer.content());
        });
  }

  /** A full pipe blocks who writes, and no pipe can be waited for with an end: a thread must. */
  private <T> T inTime(TimeLimit limit, Callable<T> action)
      throws TimeoutException, IOException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(action);
    Thread talker = new Thread(task, "formulint sandbox");
    talker.setDaemon(true);
    Stopwatch stopwatch = limit.start();
    talker.start();
    while (true) {
      try {
        return task.get(Math.max(POLL_MILLIS, stopwatch.rest().toMillis()), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (stopwatch.isUp(this::processorTime)) {
          throw stopwatch.isHeldUp() ? new HeldUpException() : e;
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      }
    }
  }

  private Optional<Duration> processorTime() {
    try {
      return process.info().totalCpuDuration();
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Returns whether it ended because its memory was full. It has failed. */
  boolean isOutOfMemory() throws InterruptedException {
    return process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS)
        && process.exitValue() == ChildJvm.OUT_OF_MEMORY;
  }

  /** Ends it at once, from any thread; who waits for its answer gets none. */
  void destroy() {
    process.destroyForcibly();
  }
}
