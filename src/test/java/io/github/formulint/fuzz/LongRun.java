package io.github.formulint.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the fuzzers by turns for a long time, and goes on after a failure. Run by hand: {@code
 * src/fuzz/run [MINUTES [INPUTS]]}. Time during which it is stopped does not count.
 */
public final class LongRun {

  /** Each round tries first what earlier ones have kept. */
  private static final int ROUND_SECONDS = 600;

  private LongRun() {}

  /**
   * Runs the fuzzers and says what they found.
   *
   * @param arguments the minutes and the number of inputs after which it ends, whichever comes
   *     first
   * @throws Exception if a process cannot be started
   */
  public static void main(String[] arguments) throws Exception {
    long minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 60;
    long most = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
    Path folder = Path.of("target/fuzz").toAbsolutePath();
    List<Fuzzer> fuzzers = List.of(Fuzzer.ofDocuments(folder), Fuzzer.ofFormulas(folder));
    Duration stoodStillBefore = Standstill.total();
    long start = System.nanoTime();
    long inputs = 0;
    long megabytes = 0;
    List<String> failures = new ArrayList<>();
    long seconds = 0;
    for (int round = 1; seconds < minutes * 60 && inputs < most; round++) {
      Fuzzer fuzzer = fuzzers.get(round % fuzzers.size());
      long left = Math.min(ROUND_SECONDS, minutes * 60 - seconds);
      int seed = (int) (System.currentTimeMillis() & 0xFFFFFF) + 2;
      Fuzzer.Result result = fuzzer.run(most - inputs, Math.max(1, left), seed);
      inputs += result.inputs();
      megabytes = Math.max(megabytes, result.megabytes());
      if (result.hasFailed()) {
        failures.add(result.failure());
        System.out.println(result.failure());
      }
      Duration stood = Standstill.total().minus(stoodStillBefore);
      seconds = (System.nanoTime() - start) / 1_000_000_000 - stood.toSeconds();
      System.out.printf(
          "%d min: %d inputs, %.1f a second, peak memory %d MB with the fuzzer's own, %d failures"
              + " (%s)%n",
          seconds / 60,
          inputs,
          inputs / (double) Math.max(1, seconds),
          megabytes,
          failures.size(),
          fuzzer.target().getSimpleName());
    }
    System.out.println(
        failures.isEmpty()
            ? "nothing failed"
            : failures.size() + " failures: see target/fuzz/*/failures");
    System.exit(failures.isEmpty() ? 0 : 1);
  }
}
