package io.github.formulint.render.jlatexmath;

import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Loads JLaTeXMath, and our classes that touch it, anew: JLaTeXMath keeps its state in static
 * fields, so each engine needs its own. The bytes come from the parent's resources, so it works
 * from a shaded jar, a class path and Maven's class realms alike.
 */
final class IsolatingClassLoader extends ClassLoader {

  private static final String LIBRARY = "org.scilab.forge.jlatexmath.";
  private static final String OURS = IsolatingClassLoader.class.getPackageName() + ".isolated.";

  static {
    registerAsParallelCapable();
  }

  IsolatingClassLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(LIBRARY) && !name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String path = "/" + name.replace('.', '/') + ".class";
    try {
      Optional<InputStream> found = Resources.find(IsolatingClassLoader.class, path);
      if (found.isEmpty()) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = found.get()) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
