package io.github.formulint.config;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.markdown.Platform;
import io.github.formulint.render.EngineId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The options of a run. Immutable.
 *
 * @param platforms the platforms that publish the documents, each once; none means that documents
 *     are only read as their authors meant them
 * @param engines which engines judge the formulas
 * @param mathJax how MathJax is set up where no platform says it
 * @param jobs how many files are checked at the same time, 1 or more
 * @param fixMode what is done with fixes
 * @param appliedFixes which fixes may be applied
 * @param failOn from which severity on findings make the run fail
 * @param includes patterns as in {@code .gitignore} of the files in folders to check; if there are
 *     none, all Markdown files
 * @param excludes patterns as in {@code .gitignore} of files and folders to leave out
 */
public record Config(
    List<Platform> platforms,
    EngineChoice engines,
    MathJaxChoice mathJax,
    int jobs,
    FixMode fixMode,
    Set<Applicability> appliedFixes,
    FailOn failOn,
    List<String> includes,
    List<String> excludes) {

  /** What a run does when nothing is said. */
  public static final Config DEFAULT =
      new Config(
          List.of(),
          EngineChoice.BOTH,
          MathJaxChoice.FULL,
          Runtime.getRuntime().availableProcessors(),
          FixMode.SHOW,
          Set.of(Applicability.SAFE),
          FailOn.ERROR,
          List.of(),
          List.of());

  /**
   * Copies the lists and checks the bounds.
   *
   * @throws IllegalArgumentException if there are less than one job
   */
  public Config {
    platforms = List.copyOf(platforms);
    Objects.requireNonNull(engines);
    Objects.requireNonNull(mathJax);
    Objects.requireNonNull(fixMode);
    appliedFixes = Set.copyOf(appliedFixes);
    Objects.requireNonNull(failOn);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs: " + jobs);
    }
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** Returns the engines that are asked, in the order of {@link EngineId}; at least one. */
  public List<EngineId> askedEngines() {
    return engines.engines(mathJax, platforms);
  }
}
