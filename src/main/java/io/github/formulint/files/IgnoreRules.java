package io.github.formulint.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What Git ignores in a folder: its own {@code .gitignore}, those of the folders above it up to the
 * root of the repository, and {@code info/exclude} of the repository (gitignore(5)). Immutable.
 */
final class IgnoreRules {

  private static final String IGNORE_FILE = ".gitignore";

  /** The rules of one file, which speaks of paths from one folder. */
  private record Layer(Path folder, IgnoreNode rules) {}

  /** From the weakest to the strongest. */
  private final List<Layer> layers;

  private IgnoreRules(List<Layer> layers) {
    this.layers = layers;
  }

  /**
   * Returns the rules that hold in a folder where a walk begins.
   *
   * @param folder the folder, absolute
   */
  static IgnoreRules at(Path folder) throws IOException {
    List<Path> downwards = new ArrayList<>();
    for (Path above = folder; above != null; above = above.getParent()) {
      downwards.add(0, above);
      if (isRepositoryRoot(above)) {
        break;
      }
    }
    boolean inRepository = isRepositoryRoot(downwards.get(0));
    IgnoreRules rules = new IgnoreRules(List.of());
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
  IgnoreRules inside(Path folder) throws IOException {
    Optional<Layer> own = layer(folder, folder.resolve(IGNORE_FILE));
    if (isRepositoryRoot(folder)) {
      List<Layer> fresh = new ArrayList<>();
      layer(folder, commonGitFolder(folder.resolve(".git")).resolve("info").resolve("exclude"))
          .ifPresent(fresh::add);
      own.ifPresent(fresh::add);
      return new IgnoreRules(List.copyOf(fresh));
    }
    if (own.isEmpty()) {
      return this;
    }
    List<Layer> more = new ArrayList<>(layers);
    more.add(own.get());
    return new IgnoreRules(List.copyOf(more));
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
      Boolean ignored = layer.rules().checkIgnored(path, isFolder);
      if (ignored != null) {
        return ignored;
      }
    }
    return false;
  }

  private static Optional<Layer> layer(Path folder, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    IgnoreNode rules = new IgnoreNode();
    try (InputStream in = Files.newInputStream(file)) {
      rules.parse(file.toString(), in);
    }
    return rules.getRules().isEmpty() ? Optional.empty() : Optional.of(new Layer(folder, rules));
  }

  private static boolean isRepositoryRoot(Path folder) {
    return Files.exists(folder.resolve(".git"));
  }

  /**
   * Returns the folder that all work trees of a repository share; in a second work tree and in a
   * submodule {@code .git} is a file that names another folder (gitrepository-layout(5)).
   */
  private static Path commonGitFolder(Path git) throws IOException {
    if (!Files.isRegularFile(git)) {
      return git;
    }
    String line = Files.readString(git).strip();
    if (!line.startsWith("gitdir:")) {
      return git;
    }
    Path own = git.resolveSibling(line.substring("gitdir:".length()).strip());
    Path common = own.resolve("commondir");
    return Files.isRegularFile(common) ? own.resolve(Files.readString(common).strip()) : own;
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
