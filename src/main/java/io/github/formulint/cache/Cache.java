package io.github.formulint.cache;

import io.github.formulint.lint.Checker;
import io.github.formulint.render.Judge;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What earlier runs found, for one run in certain {@link Circumstances}. Any number of runs, in one
 * process or many, may use the same folder at the same time. A file that is missing, damaged,
 * locked or cannot be written costs time, nothing else. Thread-safe.
 */
public final class Cache {

  /** How large the file may become, in bytes; then the older half of the entries goes. */
  public static final int MAX_BYTES = 32 << 20;

  private final Results results;
  private final Circumstances circumstances;
  private final AtomicLong judged;

  private Cache(Results results, Circumstances circumstances, AtomicLong judged) {
    this.results = results;
    this.circumstances = circumstances;
    this.judged = judged;
  }

  /**
   * Reads what earlier runs found.
   *
   * @param folder where the file is; it need not exist
   * @param circumstances on what findings depend besides the document
   * @param notices takes what people should know, such as that the file is damaged; on any thread
   */
  public static Cache open(Path folder, Circumstances circumstances, Consumer<String> notices) {
    return open(folder, MAX_BYTES, circumstances, notices);
  }

  static Cache open(
      Path folder, int maxBytes, Circumstances circumstances, Consumer<String> notices) {
    Objects.requireNonNull(circumstances);
    return new Cache(
        Results.of(new CacheFile(folder, maxBytes), notices), circumstances, new AtomicLong());
  }

  /**
   * Returns the same for documents of other circumstances.
   *
   * @param others on what their findings depend besides the document
   */
  public Cache in(Circumstances others) {
    return new Cache(results, others, judged);
  }

  /** Makes what checks documents that are not known. Implementations are thread-safe. */
  @FunctionalInterface
  public interface Checkers {

    /**
     * Returns what checks a document.
     *
     * @param judge says whether its formulas render
     */
    Checker with(Judge judge);
  }

  /**
   * Returns a checker that has only those documents checked that are not known, and only those of
   * their formulas judged that are not known.
   *
   * @param judge says whether formulas render
   * @param bounded returns a judge for one document that asks another one
   * @param checkers makes what checks documents
   */
  public Checker checker(Judge judge, UnaryOperator<Judge> bounded, Checkers checkers) {
    Judge known = new KnownVerdicts(results, circumstances.verdictKeys(), judge, judged);
    return new KnownFindings(
        results, circumstances.findingsKeys(), circumstances.platforms(), known, bounded, checkers);
  }

  /** Returns on what findings depend besides the document. */
  public Circumstances circumstances() {
    return circumstances;
  }

  /** Returns whether nothing is known at all. */
  public boolean isEmpty() {
    return results.isEmpty();
  }

  /** Returns how many formulas were not known, 0 or more. */
  public long judged() {
    return judged.get();
  }

  /**
   * Keeps nothing of this run that is not written yet: something about the machine is not as it
   * should be.
   */
  public void forgo() {
    results.forgo();
  }

  /** Returns why what was found cannot be kept, in words, if it cannot. */
  public Optional<String> failure() {
    return results.failure();
  }

  /** Writes what was found in this run, for later ones. */
  public void write() {
    results.write();
  }
}
