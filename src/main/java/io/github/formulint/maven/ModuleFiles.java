package io.github.formulint.maven;

import io.github.formulint.config.Config;
import io.github.formulint.files.FileFinder;
import io.github.formulint.files.FoundFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The files that belong to one module: those in its folder, without the folders of other modules in
 * it and without what builds make. So each file of a build has one module that checks it. Where
 * there is no POM, the folder in which Maven runs stands for a module. Immutable.
 */
final class ModuleFiles {

  private static final String POM = "pom.xml";
  private static final String BUILD_FOLDER = "target";

  private final Path start;
  private final Path folder;
  private final Path buildFolder;
  private final boolean isModule;
  private final boolean isShared;
  private final Path realFolder;
  private final Set<Path> foreign;

  private ModuleFiles(MavenSession session, MavenProject project) throws IOException {
    this.start = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    this.isModule = project.getFile() != null;
    this.folder =
        isModule ? project.getBasedir().toPath().toAbsolutePath().normalize() : this.start;
    this.buildFolder =
        isModule
            ? folder.resolve(project.getBuild().getDirectory()).normalize()
            : folder.resolve(BUILD_FOLDER);
    this.realFolder = folder.toRealPath();
    this.foreign = new HashSet<>();
    this.isShared = isModule && !isFirstInFolder(session, project);
    foreign.add(real(buildFolder));
    for (MavenProject other : session.getAllProjects()) {
      if (other.getFile() != null) {
        foreign.add(real(other.getBasedir().toPath()));
        foreign.add(real(other.getBasedir().toPath().resolve(other.getBuild().getDirectory())));
      }
    }
    // Maven does not read the modules when it is told to stay in this one.
    for (String module : project.getModules()) {
      Path named = folder.resolve(module);
      foreign.add(real(Files.isRegularFile(named) ? named.getParent() : named));
    }
    foreign.remove(realFolder);
  }

  /**
   * Returns the files of a module.
   *
   * @param session the build
   * @param project the module, or what Maven puts in its place where there is no POM
   * @throws IOException if the folder cannot be read
   */
  static ModuleFiles of(MavenSession session, MavenProject project) throws IOException {
    return new ModuleFiles(session, project);
  }

  /** Returns whether there is a POM. */
  boolean isModule() {
    return isModule;
  }

  /** Returns whether the files belong to an earlier module in the same folder. */
  boolean isShared() {
    return isShared;
  }

  /** Returns the folder of the module, absolute. */
  Path folder() {
    return folder;
  }

  /** Returns the folder for what the build makes, absolute; it need not exist. */
  Path buildFolder() {
    return buildFolder;
  }

  /**
   * Returns the files. Their names are paths from the folder in which the build was started.
   *
   * @param config which files are meant
   * @throws IllegalArgumentException if a pattern is none; the message says which
   */
  FoundFiles find(Config config) {
    FileFinder finder =
        new FileFinder(start, config.includes(), config.excludes(), this::isForeign);
    return finder.find(List.of(name(folder)));
  }

  /** Returns the name of a file or folder as messages show it. */
  String name(Path path) {
    if (!start.getRoot().equals(path.getRoot())) {
      return path.toString();
    }
    String name = start.relativize(path).toString().replace(File.separatorChar, '/');
    return name.isEmpty() ? "." : name;
  }

  /** Two modules can share a folder, with a POM each; then the first has the files. */
  private static boolean isFirstInFolder(MavenSession session, MavenProject project) {
    for (MavenProject each : session.getProjects()) {
      if (project.getBasedir().equals(each.getBasedir())) {
        return project.getFile().equals(each.getFile());
      }
    }
    return true;
  }

  /** Links lead into other modules as well, so the folders above count, up to this module's. */
  private boolean isForeign(Path inside) {
    for (Path each = inside; each != null && !each.equals(realFolder); each = each.getParent()) {
      if (foreign.contains(each) || isBuildFolder(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBuildFolder(Path each) {
    return each.startsWith(realFolder)
        && each.endsWith(BUILD_FOLDER)
        && Files.exists(each.resolveSibling(POM));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // What does not exist holds no files.
      return path.toAbsolutePath().normalize();
    }
  }
}
