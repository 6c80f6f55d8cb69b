package io.github.formulint.config;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.markdown.Platform;
import io.github.formulint.select.RuleLevel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param forceExclude whether files that are named are left out as well
 * @param rules the level of each name of a rule or family
 * @param macros what the pages define before the formulas: each name with what it stands for
 * @param baseline the file of the findings that were there before
 */
public record Settings(
    Optional<List<Platform>> platforms,
    Optional<EngineChoice> engines,
    Optional<MathJaxChoice> mathJax,
    Optional<Integer> jobs,
    Optional<FailOn> failOn,
    Optional<List<String>> includes,
    Optional<List<String>> excludes,
    Optional<Boolean> forceExclude,
    Map<String, RuleLevel> rules,
    Map<String, String> macros,
    Optional<Path> baseline) {

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

  /** Copies the lists and maps. */
  public Settings {
    platforms = platforms.map(List::copyOf);
    includes = includes.map(List::copyOf);
    excludes = excludes.map(List::copyOf);
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    macros = Collections.unmodifiableMap(new LinkedHashMap<>(macros));
  }

  /**
   * Makes settings that say nothing of what is wanted of the findings.
   *
   * @param platforms the platforms that publish the documents
   * @param engines which engines judge the formulas
   * @param mathJax how MathJax is set up where no platform says it
   * @param jobs how many files are checked at the same time
   * @param failOn from which severity on findings make the run fail
   * @param includes patterns of the files in folders to check
   * @param excludes patterns of files and folders to leave out
   */
  public Settings(
      Optional<List<Platform>> platforms,
      Optional<EngineChoice> engines,
      Optional<MathJaxChoice> mathJax,
      Optional<Integer> jobs,
      Optional<FailOn> failOn,
      Optional<List<String>> includes,
      Optional<List<String>> excludes) {
    this(
        platforms,
        engines,
        mathJax,
        jobs,
        failOn,
        includes,
        excludes,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  /**
   * Returns these settings with other levels of rules.
   *
   * @param others the level of each name
   */
  public Settings withRules(Map<String, RuleLevel> others) {
    return new Settings(
        platforms,
        engines,
        mathJax,
        jobs,
        failOn,
        includes,
        excludes,
        forceExclude,
        others,
        macros,
        baseline);
  }

  /**
   * Returns these settings, completed by others where they say nothing. What is said of single
   * rules and macros counts more than what the others say of them.
   *
   * @param weaker the other settings
   */
  public Settings over(Settings weaker) {
    Map<String, RuleLevel> allRules = new LinkedHashMap<>(weaker.rules);
    allRules.putAll(rules);
    Map<String, String> allMacros = new LinkedHashMap<>(weaker.macros);
    allMacros.putAll(macros);
    return new Settings(
        platforms.or(weaker::platforms),
        engines.or(weaker::engines),
        mathJax.or(weaker::mathJax),
        jobs.or(weaker::jobs),
        failOn.or(weaker::failOn),
        includes.or(weaker::includes),
        excludes.or(weaker::excludes),
        forceExclude.or(weaker::forceExclude),
        allRules,
        allMacros,
        baseline.or(weaker::baseline));
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
