package io.github.formulint.cli.option;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.config.ConfigFile;
import io.github.formulint.config.ConfigFileException;
import io.github.formulint.config.ConfigTree;
import io.github.formulint.config.Layer;
import io.github.formulint.config.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the configuration file. */
public final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration file; options that are given count more. Default: "
              + ConfigFile.NAME
              + " in the folder of each document and those above it.")
  private String file;

  /**
   * Returns the configuration files that hold for each document.
   *
   * @param environment where paths are meant
   * @throws ConfigFileException if the file that is named cannot be used
   */
  public ConfigTree tree(Environment environment) throws ConfigFileException {
    Path folder = environment.workingFolder().toAbsolutePath();
    if (file == null) {
      return ConfigTree.searching(folder);
    }
    try {
      return ConfigTree.of(new ConfigFile(folder.resolve(file), file).content(), folder);
    } catch (InvalidPathException e) {
      throw new ConfigFileException(file + ": is not a path: " + e.getReason());
    }
  }

  /**
   * Returns what the configuration file says; nothing if there is none.
   *
   * @param environment where its path is meant
   * @throws ConfigFileException if it cannot be used
   */
  public Settings settings(Environment environment) throws ConfigFileException {
    Settings settings = Settings.NONE;
    for (Layer each : tree(environment).layersOfFolder(environment.workingFolder())) {
      settings = each.settings().over(settings);
    }
    return settings;
  }
}
