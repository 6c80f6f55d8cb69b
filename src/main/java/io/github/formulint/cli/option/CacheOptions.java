package io.github.formulint.cli.option;

import io.github.formulint.cache.Cache;
import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.Messages;
import io.github.formulint.config.Config;
import io.github.formulint.report.RunInfo;
import io.github.formulint.run.CacheOpener;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where findings are kept for later runs. */
public final class CacheOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--cache-dir",
      paramLabel = "DIR",
      description =
          "The folder in which findings are kept, so that documents that stand as they stood are"
              + " not checked again. Default: formulint in the user's cache folder.")
  private String folder;

  @Option(
      names = "--no-cache",
      description = "Check all documents anew, and keep nothing for later runs.")
  private boolean isOff;

  /**
   * Returns what earlier runs found, if that counts.
   *
   * @throws ParameterException if the folder that is named is no path
   */
  public Optional<Cache> open(
      Environment environment, Config config, RunInfo info, Messages messages) {
    Optional<Path> place = isOff ? Optional.empty() : place(environment);
    return place.isEmpty()
        ? Optional.empty()
        : CacheOpener.open(place.get(), config, info, messages::say);
  }

  private Optional<Path> place(Environment environment) {
    if (folder == null) {
      return CacheFolder.of(environment.variables(), System.getProperty("os.name"));
    }
    try {
      return Optional.of(environment.workingFolder().resolve(folder));
    } catch (InvalidPathException e) {
      throw new ParameterException(
          command.commandLine(), "--cache-dir: " + folder + " is not a path: " + e.getReason());
    }
  }

  /** Says why nothing can be kept, if the folder was named: the usual one is a gift. */
  public void tellOfFailure(Cache cache, Messages messages) {
    if (folder != null && cache.failure().isPresent()) {
      messages.say("nothing can be kept in --cache-dir " + folder + ": " + cache.failure().get());
    }
  }
}
