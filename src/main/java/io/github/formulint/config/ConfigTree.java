package io.github.formulint.config;

import io.github.formulint.files.PathPatterns;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The configuration files that hold for each document: those in its folder and the folders above
 * it, up to the root of the repository or to one that says {@code root: true}. The nearest counts
 * most. Where there is no repository, they are looked for up to the folder of the run. For one
 * thread.
 */
public final class ConfigTree {

  private final Path top;
  private final Optional<ConfigContent> only;
  private final Optional<FileOverride> assumed;
  private final String assumedBy;
  private final Map<Path, List<ConfigContent>> byFolder = new HashMap<>();

  private ConfigTree(
      Path top, Optional<ConfigContent> only, Optional<FileOverride> assumed, String assumedBy) {
    this.top = Objects.requireNonNull(top);
    this.only = only;
    this.assumed = assumed;
    this.assumedBy = assumedBy;
  }

  /**
   * Returns the files that are found from each document upwards.
   *
   * @param top the folder of the run, absolute
   */
  public static ConfigTree searching(Path top) {
    return new ConfigTree(top.toAbsolutePath().normalize(), Optional.empty(), Optional.empty(), "");
  }

  /**
   * Returns one file, which holds for all documents.
   *
   * @param content what it says
   * @param top the folder of the run, absolute
   */
  public static ConfigTree of(ConfigContent content, Path top) {
    return new ConfigTree(
        top.toAbsolutePath().normalize(), Optional.of(content), Optional.empty(), "");
  }

  /**
   * Returns these files with something that holds for some documents where none of them says
   * otherwise.
   *
   * @param origin who says so
   * @param files patterns as in {@code .gitignore} of those documents, from the folder of the run
   * @param settings what is said of them
   */
  public ConfigTree assuming(String origin, List<String> files, Settings settings) {
    return new ConfigTree(top, only, Optional.of(new FileOverride(files, settings, 1)), origin);
  }

  /**
   * Returns what holds for a document.
   *
   * @param document its file, which need not exist
   * @return what each place says, the weakest first
   * @throws ConfigFileException if a configuration file cannot be used
   */
  public List<Layer> layers(Path document) throws ConfigFileException {
    Path file = document.toAbsolutePath().normalize();
    List<Layer> layers = new ArrayList<>();
    assumed
        .filter(each -> each.isAbout(relative(top, file)))
        .ifPresent(each -> layers.add(new Layer(assumedBy, each.settings())));
    for (ConfigContent each : contents(file.getParent())) {
      add(each, file, layers);
    }
    return Collections.unmodifiableList(layers);
  }

  /**
   * Returns what the configuration files that hold for all documents of a folder say.
   *
   * @param folder the folder
   * @return what each place says, the weakest first
   * @throws ConfigFileException if a configuration file cannot be used
   */
  public List<Layer> layersOfFolder(Path folder) throws ConfigFileException {
    List<Layer> layers = new ArrayList<>();
    for (ConfigContent each : contents(folder.toAbsolutePath().normalize())) {
      addBases(each, layers);
    }
    return Collections.unmodifiableList(layers);
  }

  /**
   * Returns the pattern by which a document is left out, and the place that says so.
   *
   * @param document its file
   * @throws ConfigFileException if a configuration file cannot be used
   */
  public Optional<String> exclusion(Path document) throws ConfigFileException {
    Path file = document.toAbsolutePath().normalize();
    for (ConfigContent each : contents(file.getParent())) {
      Optional<String> found = exclusion(each, file);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> exclusion(ConfigContent content, Path file) {
    List<String> patterns = content.settings().excludes().orElse(List.of());
    if (!patterns.isEmpty()
        && PathPatterns.of(patterns).matchesWithin(relative(content.folder(), file))) {
      return Optional.of("exclude in " + content.name());
    }
    return content.bases().stream()
        .map(base -> exclusion(base, file))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static void addBases(ConfigContent content, List<Layer> layers) {
    content.bases().forEach(base -> addBases(base, layers));
    layers.add(new Layer(content.name(), content.settings()));
  }

  private static void add(ConfigContent content, Path file, List<Layer> layers) {
    content.bases().forEach(base -> add(base, file, layers));
    layers.add(new Layer(content.name(), content.settings()));
    String path = relative(content.folder(), file);
    for (FileOverride each : content.overrides()) {
      if (each.isAbout(path)) {
        layers.add(new Layer(content.name() + ":" + each.line(), each.settings()));
      }
    }
  }

  /** A file outside the folder is named by its path from there, which no usual pattern means. */
  private static String relative(Path folder, Path file) {
    if (!Objects.equals(folder.getRoot(), file.getRoot())) {
      return file.toString().replace(File.separatorChar, '/');
    }
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  private List<ConfigContent> contents(Path folder) throws ConfigFileException {
    if (only.isPresent()) {
      return List.of(only.get());
    }
    List<ConfigContent> known = byFolder.get(folder);
    if (known == null) {
      known = find(folder);
      byFolder.put(folder, known);
    }
    return known;
  }

  private List<ConfigContent> find(Path folder) throws ConfigFileException {
    Path file = folder.resolve(ConfigFile.NAME);
    Optional<ConfigContent> own =
        Files.isRegularFile(file)
            ? Optional.of(new ConfigFile(file, name(file)).content())
            : Optional.empty();
    boolean isLast =
        own.filter(ConfigContent::isRoot).isPresent()
            || Files.exists(folder.resolve(".git"))
            || folder.getParent() == null
            || folder.equals(top) && !isInRepository(folder)
            || !folder.startsWith(top) && !isInRepository(folder);
    List<ConfigContent> all = new ArrayList<>(isLast ? List.of() : contents(folder.getParent()));
    own.ifPresent(all::add);
    return List.copyOf(all);
  }

  private static boolean isInRepository(Path folder) {
    for (Path each = folder; each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }

  private String name(Path file) {
    if (!Objects.equals(top.getRoot(), file.getRoot())) {
      return file.toString();
    }
    return top.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
