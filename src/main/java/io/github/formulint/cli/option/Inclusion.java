package io.github.formulint.cli.option;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.config.Config;
import io.github.formulint.config.ConfigFileException;
import io.github.formulint.config.ConfigTree;
import io.github.formulint.config.Settings;
import io.github.formulint.files.PathPatterns;
import io.github.formulint.lint.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Which documents a run checks, as paths, options and configuration files say. Immutable. */
public final class Inclusion {

  private final PathOptions paths;
  private final ConfigTree tree;
  private final Environment environment;
  private final Settings said;

  /** Makes it of what the options and the configuration files of the working folder say. */
  public Inclusion(PathOptions paths, ConfigTree tree, Environment environment, Settings said) {
    this.paths = paths;
    this.tree = tree;
    this.environment = environment;
    this.said = said;
  }

  /**
   * Returns the documents.
   *
   * @throws ConfigFileException if a configuration file cannot be used
   */
  public List<Input> inputs(Config config, Consumer<String> problems, Consumer<String> notices)
      throws ConfigFileException {
    // A pattern of a configuration file is meant from its own folder, so it is asked below.
    List<String> excluded = paths.excludes().orElse(List.of());
    List<Input> found = paths.inputs(environment, config.includes(), excluded, problems, notices);
    boolean isForcing = paths.isForcing() || said.forceExclude().orElse(false);
    PathPatterns own = PathPatterns.of(excluded);
    List<Input> wanted = new ArrayList<>();
    Path folder = environment.workingFolder().toAbsolutePath();
    Set<Path> named = isForcing ? Set.of() : paths.named(environment);
    for (Input input : found) {
      if (input.path().isEmpty()) {
        wanted.add(input);
        continue;
      }
      Path file = folder.resolve(input.path().get()).normalize();
      boolean isExcluded =
          paths.excludes().isPresent()
              ? own.matchesWithin(input.name())
              : tree.exclusion(file).isPresent();
      if (!isExcluded || named.contains(file)) {
        wanted.add(input);
      }
    }
    return wanted;
  }
}
