package io.github.formulint.resource;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Finds what stands beside the classes, on the class path of one of them.
 *
 * <p>It asks the class loader of that class before its parents. Java asks the parents first, and
 * looks through all modules of the JDK for each name, which would be a third of a start. Immutable
 * and thread-safe.
 */
public final class Resources {

  private Resources() {}

  /**
   * Opens a resource.
   *
   * @param neighbor the class on whose class path it stands
   * @param name its name beside that class, or from the root of the class path behind a slash
   * @return its content, to be closed, or empty if there is none
   * @throws IOException if it cannot be read
   */
  public static Optional<InputStream> find(Class<?> neighbor, String name) throws IOException {
    String path =
        name.startsWith("/")
            ? name.substring(1)
            : neighbor.getPackageName().replace('.', '/').concat("/").concat(name);
    InputStream own = neighbor.getModule().getResourceAsStream(path);
    return Optional.ofNullable(
        own == null ? neighbor.getClassLoader().getResourceAsStream(path) : own);
  }

  /**
   * Opens a resource that is there.
   *
   * @param neighbor the class on whose class path it stands
   * @param name its name, as above
   * @return its content, to be closed
   * @throws IOException if it cannot be read
   * @throws IllegalStateException if there is none
   */
  public static InputStream open(Class<?> neighbor, String name) throws IOException {
    Optional<InputStream> found = find(neighbor, name);
    if (found.isEmpty()) {
      throw new IllegalStateException("not on the class path: " + name);
    }
    return found.get();
  }
}
