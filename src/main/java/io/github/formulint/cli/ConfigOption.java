package io.github.formulint.cli;

import io.github.formulint.config.ConfigFile;
import io.github.formulint.config.ConfigFileException;
import io.github.formulint.config.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the configuration file. */
final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration file; options that are given count more. Default: "
              + ConfigFile.NAME
              + " in the current folder, if there is one.")
  private String file;

  /**
   * Returns what the configuration file says; nothing if there is none.
   *
   * @param environment where its path is meant
   * @throws ConfigFileException if it cannot be used
   */
  Settings settings(Environment environment) throws ConfigFileException {
    Path folder = environment.workingFolder().toAbsolutePath();
    if (file == null) {
      Optional<Path> found = ConfigFile.nearest(folder, folder);
      return found.isPresent()
          ? new ConfigFile(found.get(), ConfigFile.NAME).read()
          : Settings.NONE;
    }
    try {
      return new ConfigFile(folder.resolve(file), file).read();
    } catch (InvalidPathException e) {
      throw new ConfigFileException(file + ": is not a path: " + e.getReason());
    }
  }
}
