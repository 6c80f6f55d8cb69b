package io.github.formulint.config;

import java.util.List;
import java.util.Objects;

/**
 * The options of a run. Immutable.
 *
 * @param engines which engines judge the formulas
 * @param jobs how many files are checked at the same time, 1 or more
 * @param failOn from which severity on findings make the run fail
 * @param includes patterns as in {@code .gitignore} of the files in folders to check; if there are
 *     none, all Markdown files
 * @param excludes patterns as in {@code .gitignore} of files and folders to leave out
 */
public record Config(
    EngineChoice engines, int jobs, FailOn failOn, List<String> includes, List<String> excludes) {

  /** What a run does when nothing is said. */
  public static final Config DEFAULT =
      new Config(
          EngineChoice.BOTH,
          Runtime.getRuntime().availableProcessors(),
          FailOn.ERROR,
          List.of(),
          List.of());

  /**
   * Copies the lists and checks the bounds.
   *
   * @throws IllegalArgumentException if there are less than one job
   */
  public Config {
    Objects.requireNonNull(engines);
    Objects.requireNonNull(failOn);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs: " + jobs);
    }
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }
}
