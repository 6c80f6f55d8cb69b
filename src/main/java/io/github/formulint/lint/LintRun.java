package io.github.formulint.lint;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.markdown.TooLargeToReadException;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.UnreadableSourceException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on many inputs at the same time and hands over the results one by one, in the order of the
 * inputs. Only a few results wait for their turn, so memory does not grow with the number of
 * inputs.
 */
public final class LintRun {

  /** How many inputs per worker may be under way or waiting for their turn, if they are small. */
  private static final int LOOK_AHEAD = 32;

  /** How many bytes they may have together where there are more than workers. */
  private static final long LOOK_AHEAD_BYTES = 8L << 20;

  /** What an input of unknown size counts for. */
  private static final long UNKNOWN_BYTES = 1L << 20;

  /** A thread waits for verdicts part of its time; so many more keep the processors busy. */
  private static final int WAITING = 1;

  /** No machine does more at once, and each takes a thread. */
  private static final int MOST_JOBS = 512;

  /** Deeply nested Markdown needs a deep stack; only what is used is taken. */
  private static final long STACK_BYTES = 64L << 20;

  private final int jobs;

  /**
   * Makes a runner.
   *
   * @param jobs how many inputs are worked on at the same time, 1 or more
   */
  public LintRun(int jobs) {
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs: " + jobs);
    }
    this.jobs = Math.min(jobs, MOST_JOBS);
  }

  /**
   * Reads inputs.
   *
   * @param inputs the inputs
   * @param reader reads each
   * @param outcomes takes the outcome of each input, in their order, on the calling thread
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void read(List<Input> inputs, DocumentReader reader, Consumer<Outcome> outcomes)
      throws InterruptedException {
    inOrder(inputs, input -> guarded(input, bytes -> reader.read(bytes.decode())), outcomes);
  }

  /** Reads documents. Implementations are thread-safe. */
  @FunctionalInterface
  public interface DocumentReader {

    /**
     * Returns a document and its formulas.
     *
     * @param document the document
     * @throws UnreadableSourceException if it is not what its name says
     */
    Outcome.Read read(SourceFile document) throws UnreadableSourceException;
  }

  /**
   * Checks inputs.
   *
   * @param inputs the inputs
   * @param checker checks each
   * @param outcomes takes the outcome of each input, in their order, on the calling thread
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void check(List<Input> inputs, Checker checker, Consumer<Outcome> outcomes)
      throws InterruptedException {
    inOrder(
        inputs,
        input -> guarded(input, document -> new Outcome.Linted(checker.check(document))),
        outcomes);
  }

  /**
   * Checks inputs, each in its own way.
   *
   * @param inputs the inputs
   * @param checkers returns what checks an input; on any thread
   * @param outcomes takes the outcome of each input, in their order, on the calling thread
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void check(
      List<Input> inputs, Function<Input, Checker> checkers, Consumer<Outcome> outcomes)
      throws InterruptedException {
    inOrder(
        inputs,
        input ->
            guarded(input, document -> new Outcome.Linted(checkers.apply(input).check(document))),
        outcomes);
  }

  /**
   * Mends inputs in memory, each in its own way, and checks what remains.
   *
   * @param inputs the inputs
   * @param checkers returns what mends an input; on any thread
   * @param allowed which fixes may be applied
   * @param outcomes takes the outcome of each input, in their order, on the calling thread
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void mend(
      List<Input> inputs,
      Function<Input, Checker> checkers,
      Set<Applicability> allowed,
      Consumer<Outcome> outcomes)
      throws InterruptedException {
    inOrder(
        inputs,
        input ->
            guarded(
                input,
                document ->
                    new Outcome.Mended(input, checkers.apply(input).mend(document, allowed))),
        outcomes);
  }

  /**
   * Mends inputs in memory, and checks what remains.
   *
   * @param inputs the inputs
   * @param checker mends each
   * @param allowed which fixes may be applied
   * @param outcomes takes the outcome of each input, in their order, on the calling thread
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void mend(
      List<Input> inputs, Checker checker, Set<Applicability> allowed, Consumer<Outcome> outcomes)
      throws InterruptedException {
    inOrder(
        inputs,
        input ->
            guarded(input, document -> new Outcome.Mended(input, checker.mend(document, allowed))),
        outcomes);
  }

  /** What is done with a document. */
  private interface Work {
    Outcome on(SourceBytes document) throws UnreadableSourceException;
  }

  private static Outcome guarded(Input input, Work work) {
    try {
      return work.on(input.content().read());
    } catch (UnreadableSourceException e) {
      return new Outcome.Unreadable(e.getMessage());
    } catch (TooLargeToReadException e) {
      return new Outcome.Unreadable(input.name() + ": " + e.getMessage());
    } catch (StackOverflowError e) {
      return new Outcome.Unreadable(
          input.name()
              + ": something in it is nested too deeply, or is too long, to be read; mend that, or leave the"
              + " file out");
    } catch (OutOfMemoryError e) {
      return new Outcome.Unreadable(
          input.name() + ": needs more memory than Java has; give it more with -Xmx, or split it");
    } catch (RuntimeException | Error e) {
      return new Outcome.Broken(input.name(), e);
    }
  }

  private void inOrder(List<Input> inputs, Function<Input, Outcome> work, Consumer<Outcome> results)
      throws InterruptedException {
    int threads = jobs + WAITING;
    ExecutorService workers =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), LintRun::worker);
    try {
      Deque<Turn> pending = new ArrayDeque<>();
      long pendingBytes = 0;
      int lookAhead = jobs * LOOK_AHEAD;
      int next = 0;
      while (next < inputs.size() || !pending.isEmpty()) {
        while (next < inputs.size()
            && pending.size() < lookAhead
            && (pending.size() < threads || pendingBytes < LOOK_AHEAD_BYTES)) {
          Input input = inputs.get(next);
          boolean isNearTheEnd = next >= inputs.size() - lookAhead;
          Turn turn =
              new Turn(
                  () -> work.apply(input), input.size().orElse(UNKNOWN_BYTES), next, isNearTheEnd);
          pending.add(turn);
          pendingBytes += turn.bytes;
          workers.execute(turn);
          next++;
        }
        Turn first = pending.remove();
        pendingBytes -= first.bytes;
        results.accept(result(first));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  /**
   * The work on one input. Inputs go in their order, since who takes the results waits for the
   * first; near the end large ones go before small ones, so that none is left alone.
   */
  private static final class Turn extends FutureTask<Outcome> implements Comparable<Turn> {

    private static final Comparator<Turn> ORDER =
        Comparator.<Turn>comparingLong(turn -> turn.isNearTheEnd ? -turn.bytes : Long.MIN_VALUE)
            .thenComparingInt(turn -> turn.index);

    private final long bytes;
    private final int index;
    private final boolean isNearTheEnd;

    Turn(Callable<Outcome> work, long bytes, int index, boolean isNearTheEnd) {
      super(work);
      this.bytes = bytes;
      this.index = index;
      this.isNearTheEnd = isNearTheEnd;
    }

    @Override
    public int compareTo(Turn other) {
      return ORDER.compare(this, other);
    }
  }

  private static Outcome result(Future<Outcome> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(null, work, "formulint-lint", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
