package io.github.formulint.config;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.markdown.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one place says of the options of a run: the command line, the POM, or a configuration file.
 * What it does not say is empty. Immutable.
 *
 * @param platforms the platforms that publish the documents
 * @param engines which engines judge the formulas
 * @param mathJax how MathJax is set up where no platform says it
 * @param jobs how many files are checked at the same time
 * @param failOn from which severity on findings make the run fail
 * @param includes patterns of the files in folders to check
 * @param excludes patterns of files and folders to leave out
 */
public record Settings(
    Optional<List<Platform>> platforms,
    Optional<EngineChoice> engines,
    Optional<MathJaxChoice> mathJax,
    Optional<Integer> jobs,
    Optional<FailOn> failOn,
    Optional<List<String>> includes,
    Optional<List<String>> excludes) {

  /** Says nothing. */
  public static final Settings NONE =
      new Settings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the lists. */
  public Settings {
    platforms = platforms.map(List::copyOf);
    includes = includes.map(List::copyOf);
    excludes = excludes.map(List::copyOf);
  }

  /**
   * Returns these settings, completed by others where they say nothing.
   *
   * @param weaker the other settings
   */
  public Settings over(Settings weaker) {
    return new Settings(
        platforms.or(weaker::platforms),
        engines.or(weaker::engines),
        mathJax.or(weaker::mathJax),
        jobs.or(weaker::jobs),
        failOn.or(weaker::failOn),
        includes.or(weaker::includes),
        excludes.or(weaker::excludes));
  }

  /**
   * Returns the options of a run; where nothing is said, the usual ones.
   *
   * @param fixMode what is done with fixes
   * @param appliedFixes which fixes may be applied
   */
  public Config config(FixMode fixMode, Set<Applicability> appliedFixes) {
    return new Config(
        platforms.orElse(Config.DEFAULT.platforms()),
        engines.orElse(Config.DEFAULT.engines()),
        mathJax.orElse(Config.DEFAULT.mathJax()),
        jobs.orElse(Config.DEFAULT.jobs()),
        fixMode,
        appliedFixes,
        failOn.orElse(Config.DEFAULT.failOn()),
        includes.orElse(Config.DEFAULT.includes()),
        excludes.orElse(Config.DEFAULT.excludes()));
  }
}
