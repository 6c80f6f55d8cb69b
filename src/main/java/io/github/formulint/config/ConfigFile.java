package io.github.formulint.config;

import io.github.formulint.source.FileProblem;
import io.github.formulint.source.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code .formulint.yml}: a mapping in YAML 1.2, most of whose keys are the long options of
 * the command line. Immutable and thread-safe.
 */
public final class ConfigFile {

  /** The name under which it is looked for. */
  public static final String NAME = ".formulint.yml";

  private static final int MAX_BYTES = 1 << 20;

  private final Path path;
  private final String name;

  /** The folder from which patterns are meant. */
  private final Path folder;

  /** The files that extend this one. */
  private final List<Path> above;

  /**
   * Makes a reader.
   *
   * @param path the file
   * @param name the name shown to people
   */
  public ConfigFile(Path path, String name) {
    this(path, name, path.toAbsolutePath().normalize().getParent(), List.of());
  }

  private ConfigFile(Path path, String name, Path folder, List<Path> above) {
    this.path = path.toAbsolutePath().normalize();
    this.name = Objects.requireNonNull(name);
    this.folder = folder;
    this.above = above;
  }

  /**
   * Returns the nearest configuration file in a folder and those above it.
   *
   * @param folder the folder to begin with
   * @param top the last folder to look in; if it is not above the folder, only the folder is looked
   *     in
   */
  public static Optional<Path> nearest(Path folder, Path top) {
    Path last = folder.startsWith(top) ? top : folder;
    for (Path each = folder; each != null && each.startsWith(last); each = each.getParent()) {
      Path file = each.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns what the file itself says of all documents.
   *
   * @throws ConfigFileException if it cannot be read, or says something that has no meaning
   */
  public Settings read() throws ConfigFileException {
    return content().settings();
  }

  /**
   * Returns what the file says, and the files that it extends.
   *
   * @throws ConfigFileException if one cannot be read, or says something that has no meaning
   */
  public ConfigContent content() throws ConfigFileException {
    SettingsReader reader = new SettingsReader(name, path.getParent());
    Optional<Node> root = root(reader);
    if (root.isEmpty()) {
      return new ConfigContent(name, folder, false, List.of(), Settings.NONE, List.of());
    }
    SettingsReader.Result result = reader.read(root.get());
    List<ConfigContent> bases = new ArrayList<>();
    for (SettingsReader.Extended each : result.extended()) {
      Path base = path.getParent().resolve(each.path()).normalize();
      if (base.equals(path) || above.contains(base)) {
        throw reader.problem(each.node(), "extends: '" + each.path() + "' leads back to this file");
      }
      if (!Files.isRegularFile(base)) {
        throw reader.problem(each.node(), "extends: there is no file '" + each.path() + "'");
      }
      List<Path> chain = new ArrayList<>(above);
      chain.add(path);
      bases.add(new ConfigFile(base, nameOf(base, each.path()), folder, chain).content());
    }
    return new ConfigContent(
        name, folder, result.isRoot(), bases, result.settings(), result.overrides());
  }

  /** Returns the name of an extended file, as seen from where this one is named. */
  private String nameOf(Path base, String given) {
    try {
      Path parent = Path.of(name).getParent();
      String named = parent == null ? given : parent.resolve(given).normalize().toString();
      return Path.of(named).normalize().toString().replace(java.io.File.separatorChar, '/');
    } catch (java.nio.file.InvalidPathException e) {
      return base.toString();
    }
  }

  private Optional<Node> root(SettingsReader reader) throws ConfigFileException {
    String text;
    try {
      text = RegularFile.text(path, MAX_BYTES);
    } catch (IOException e) {
      throw new ConfigFileException(name + ": " + FileProblem.describe(path, e));
    }
    LoadSettings yaml = LoadSettings.builder().setLabel(name).build();
    try {
      return new Compose(yaml).composeString(text).filter(node -> !SettingsReader.isNull(node));
    } catch (MarkedYamlEngineException e) {
      throw new ConfigFileException(
          e.getProblemMark()
              .map(reader::place)
              .orElse(name + ": ")
              .concat("is no YAML: " + e.getProblem()));
    } catch (StackOverflowError e) {
      throw new ConfigFileException(name + ": is nested too deeply");
    } catch (YamlEngineException e) {
      throw new ConfigFileException(name + ": is no YAML: " + e.getMessage());
    }
  }
}
