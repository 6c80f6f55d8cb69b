package io.github.formulint.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineWorker;
import io.github.formulint.tex.MathSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the same of formulas in many orders, on two workers, and each time anew. */
public final class Shuffle {

  private static final int ORDERS = 5;
  private static final int WORKERS = 2;
  private static final int SHOWN = 20;

  private Shuffle() {}

  /** What is asked of formulas, one after another, on the thread that opened it. */
  public interface Question extends AutoCloseable {

    /** Returns the answer. */
    Object ask(MathSource formula) throws Exception;

    @Override
    default void close() {}
  }

  /** Opens a question with a state of its own. */
  public interface Opener {

    /** Returns the question. */
    Question open() throws Exception;
  }

  /**
   * Checks that each formula has the same answer in the order given, in five others, on either of
   * two workers, and, for some of them, alone.
   *
   * @param formulas the formulas
   * @param alone one of so many is asked alone, by a question that was asked nothing else
   * @param opener opens the questions
   */
  public static void requireSameAnswers(List<MathSource> formulas, int alone, Opener opener)
      throws Exception {
    Map<MathSource, Object> expected = new ConcurrentHashMap<>();
    Map<String, String> differing = Collections.synchronizedMap(new TreeMap<>());
    ExecutorService workers =
        Executors.newFixedThreadPool(
            WORKERS, task -> new Thread(null, task, "shuffle", EngineWorker.STACK_BYTES));
    try {
      run(workers, List.of(formulas), opener, expected, differing);
      for (int seed = 1; seed <= ORDERS; seed++) {
        List<MathSource> order = new ArrayList<>(formulas);
        Collections.shuffle(order, new Random(seed));
        int half = order.size() / 2;
        List<List<MathSource>> parts =
            List.of(order.subList(0, half), order.subList(half, order.size()));
        run(workers, parts, opener, expected, differing);
      }
      List<List<MathSource>> single = new ArrayList<>();
      for (int i = 0; i < formulas.size(); i += alone) {
        single.add(List.of(formulas.get(i)));
      }
      run(workers, single, opener, expected, differing);
    } finally {
      workers.shutdownNow();
    }
    assertThat(differing.entrySet().stream().limit(SHOWN))
        .as("%s differ", differing.size())
        .isEmpty();
    assertThat(expected).hasSameSizeAs(formulas);
  }

  private static void run(
      ExecutorService workers,
      List<List<MathSource>> parts,
      Opener opener,
      Map<MathSource, Object> expected,
      Map<String, String> differing)
      throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (List<MathSource> part : parts) {
      running.add(
          workers.submit(
              () -> {
                try (Question question = opener.open()) {
                  for (MathSource formula : part) {
                    Object answer = question.ask(formula);
                    Object first = expected.putIfAbsent(formula, answer);
                    if (first != null && !first.equals(answer)) {
                      differing.put(formula.toString(), first + " or " + answer);
                    }
                  }
                }
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
  }
}
