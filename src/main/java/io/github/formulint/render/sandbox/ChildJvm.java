package io.github.formulint.render.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts Java virtual machines with little memory and nothing of the environment. They are the Java
 * that this program runs on. Immutable and thread-safe.
 */
public final class ChildJvm implements ChildStarter {

  /**
   * The exit code of Java after {@code -XX:+ExitOnOutOfMemoryError}. No other end of it has this
   * one.
   */
  static final int OUT_OF_MEMORY = 3;

  /**
   * Rendering takes some 20 MB, the rest is for the formula. What fills more is soon told from what
   * takes long.
   */
  private static final String HEAP = "-Xmx64m";

  /**
   * What Java needs to find files by names that are not ASCII, and Windows to start a program at
   * all.
   */
  private static final Set<String> KEPT_VARIABLES =
      Set.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot");

  private final String main;
  private final List<Class<?>> neighbors;
  private final List<String> arguments;

  /**
   * Makes the starter. Nothing is started yet.
   *
   * @param main the class whose {@code main} method calls {@link SandboxServer}
   * @param neighbors other classes; what they were loaded from is on the class path, behind what
   *     the main class was loaded from
   * @param arguments what the {@code main} method is given
   */
  public ChildJvm(Class<?> main, List<Class<?>> neighbors, List<String> arguments) {
    this.main = main.getName();
    List<Class<?>> all = new ArrayList<>();
    all.add(main);
    all.addAll(neighbors);
    this.neighbors = List.copyOf(all);
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public Process start() throws IOException {
    boolean isWindows = File.separatorChar == '\\';
    Path home = Path.of(System.getProperty("java.home"));
    Path java = home.resolve("bin").resolve(isWindows ? "java.exe" : "java");
    if (!Files.isExecutable(java)) {
      throw new IOException("there is no " + java);
    }
    List<Path> places = places();
    Path folder = folder(places, home);
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            HEAP,
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+ExitOnOutOfMemoryError",
            // What starts fastest.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            // Leaves no file behind, however it ends.
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + (isWindows ? "NUL" : "/dev/null"),
            "-Djava.awt.headless=true",
            "-cp",
            classPath(places, folder),
            main);
    builder.command().addAll(arguments);
    builder.directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT_VARIABLES);
    return builder.start();
  }

  private List<Path> places() throws IOException {
    Set<Path> places = new LinkedHashSet<>();
    for (Class<?> neighbor : neighbors) {
      places.add(place(neighbor));
    }
    return List.copyOf(places);
  }

  /**
   * Returns the folder in which the child runs. Not that of the user, which could then not be
   * removed or unmounted; but a class path cannot name a place with a colon, other than from within
   * the folder that has it in its name.
   */
  private static Path folder(List<Path> places, Path home) {
    return places.stream().noneMatch(ChildJvm::hasSeparator)
        ? home
        : places.stream().map(Path::getParent).reduce(ChildJvm::common).orElse(home);
  }

  private static Path common(Path one, Path other) {
    Path common = one;
    while (!other.startsWith(common)) {
      common = common.getParent();
    }
    return common;
  }

  private static String classPath(List<Path> places, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path place : places) {
      Path named = hasSeparator(place) ? folder.relativize(place) : place;
      if (hasSeparator(named)) {
        throw new IOException(
            "Java takes no class path with a " + File.pathSeparator + ": " + place);
      }
      names.add(named.toString());
    }
    return String.join(File.pathSeparator, names);
  }

  private static boolean hasSeparator(Path place) {
    return place.toString().contains(File.pathSeparator);
  }

  private static Path place(Class<?> loaded) throws IOException {
    CodeSource source = loaded.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      throw new IOException("Java does not tell which file " + loaded.getName() + " comes from");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw new IOException("formulint was loaded from no file: " + source.getLocation(), e);
    }
  }
}
