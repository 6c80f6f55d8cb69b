package io.github.formulint.files;

import io.github.formulint.source.FileProblem;
import io.github.formulint.source.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What Git ignores in a folder: its own {@code .gitignore}, those of the folders above it up to the
 * root of the repository, and {@code info/exclude} of the repository (gitignore(5)). A file of them
 * that cannot be read is told, and the others hold. Immutable.
 */
final class IgnoreRules {

  private static final String IGNORE_FILE = ".gitignore";
  private static final String GIT = ".git";

  /** Each line is compared with each path, so there may not be any number of them. */
  private static final int MAX_IGNORE_BYTES = 256 << 10;

  /** A path, and a few words before it. */
  private static final int MAX_POINTER_BYTES = 8 << 10;

  /** The rules of one file, which speaks of paths from one folder. */
  private record Layer(Path folder, List<PathPattern> rules) {}

  /** From the weakest to the strongest. */
  private final List<Layer> layers;

  /** Is told of each file that cannot be read, and why. */
  private final BiConsumer<Path, String> problems;

  private IgnoreRules(List<Layer> layers, BiConsumer<Path, String> problems) {
    this.layers = layers;
    this.problems = problems;
  }

  /**
   * Returns the rules that hold in a folder where a walk begins.
   *
   * @param folder the folder, absolute
   * @param problems is told of each file of rules that cannot be read, and why
   */
  static IgnoreRules at(Path folder, BiConsumer<Path, String> problems) {
    List<Path> downwards = new ArrayList<>();
    for (Path above = folder; above != null; above = above.getParent()) {
      downwards.add(0, above);
      if (isRepositoryRoot(above)) {
        break;
      }
    }
    boolean inRepository = isRepositoryRoot(downwards.get(0));
    IgnoreRules rules = new IgnoreRules(List.of(), problems);
    for (Path each : inRepository ? downwards : List.of(folder)) {
      rules = rules.inside(each);
    }
    return rules;
  }

  /**
   * Returns the rules that hold in a folder of the folder of these rules.
   *
   * @param folder the folder, absolute
   */
  IgnoreRules inside(Path folder) {
    Optional<Layer> own = layer(folder, folder.resolve(IGNORE_FILE));
    if (isRepositoryRoot(folder)) {
      List<Layer> fresh = new ArrayList<>();
      exclude(folder.resolve(GIT)).flatMap(file -> layer(folder, file)).ifPresent(fresh::add);
      own.ifPresent(fresh::add);
      return new IgnoreRules(List.copyOf(fresh), problems);
    }
    if (own.isEmpty()) {
      return this;
    }
    List<Layer> more = new ArrayList<>(layers);
    more.add(own.get());
    return new IgnoreRules(List.copyOf(more), problems);
  }

  /**
   * Returns whether Git ignores an entry of the folder.
   *
   * @param entry the file or folder, absolute; it may hold {@code .} and {@code ..}
   * @param isFolder whether it is a folder
   */
  boolean isIgnored(Path entry, boolean isFolder) {
    if (layers.isEmpty()) {
      return false;
    }
    Path place = entry.normalize();
    for (int i = layers.size() - 1; i >= 0; i--) {
      Layer layer = layers.get(i);
      String path = slashed(layer.folder().relativize(place));
      for (int rule = layer.rules().size() - 1; rule >= 0; rule--) {
        if (layer.rules().get(rule).matches(path, isFolder)) {
          return !layer.rules().get(rule).isNegative();
        }
      }
    }
    return false;
  }

  private Optional<Layer> layer(Path folder, Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      List<PathPattern> rules = rules(text(file, MAX_IGNORE_BYTES));
      return rules.isEmpty() ? Optional.empty() : Optional.of(new Layer(folder, rules));
    } catch (IOException e) {
      problems.accept(file, FileProblem.describe(file, e) + "; its rules do not count");
      return Optional.empty();
    }
  }

  private static List<PathPattern> rules(String text) {
    List<PathPattern> rules = new ArrayList<>();
    for (String line : text.split("\n")) {
      String rule = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      if (!rule.startsWith("#")) {
        PathPattern.of(rule).ifPresent(rules::add);
      }
    }
    return List.copyOf(rules);
  }

  /** Names may be of any bytes; what is no UTF-8 is just no name that is found. */
  private static String text(Path file, int limit) throws IOException {
    String text = new String(RegularFile.read(file, limit), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isRepositoryRoot(Path folder) {
    return Files.exists(folder.resolve(GIT));
  }

  /**
   * Returns {@code info/exclude} of the repository. All its work trees share it; in a second work
   * tree and in a submodule {@code .git} is a file that names another folder
   * (gitrepository-layout(5)).
   */
  private Optional<Path> exclude(Path git) {
    try {
      return Optional.of(commonFolder(git).resolve("info").resolve("exclude"));
    } catch (IOException e) {
      problems.accept(git, FileProblem.describe(git, e) + "; what it leads to does not count");
    } catch (InvalidPathException e) {
      problems.accept(git, "names no folder: " + e.getReason());
    }
    return Optional.empty();
  }

  private static Path commonFolder(Path git) throws IOException {
    if (!Files.isRegularFile(git)) {
      return git;
    }
    String line = text(git, MAX_POINTER_BYTES).strip();
    if (!line.startsWith("gitdir:")) {
      return git;
    }
    Path own = git.resolveSibling(line.substring("gitdir:".length()).strip());
    Path common = own.resolve("commondir");
    return Files.isRegularFile(common) ? own.resolve(text(common, MAX_POINTER_BYTES).strip()) : own;
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
