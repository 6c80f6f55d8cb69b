package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.library.Typesetter;
import io.github.formulint.render.jlatexmath.translation.CommandTable;
import io.github.formulint.render.jlatexmath.translation.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes JLaTeXMaths, each behind a class loader of its own. Thread-safe.
 *
 * <p>The first one of the program has the program's own class loader, since Java starts those
 * classes from an archive: most runs need one only, and behind a new class loader it would be half
 * of their start.
 */
final class TypesetterFactory {

  private static final AtomicBoolean OWN_CLASS_LOADER_IS_TAKEN = new AtomicBoolean();

  private static final String IMPLEMENTATION =
      TypesetterFactory.class.getPackageName() + ".isolated.IsolatedTypesetter";

  /** Commands without arguments are known to JLaTeXMath by name: no text runs into another. */
  private static Map<String, String> names(Manner manner) {
    Map<String, String> names = new HashMap<>();
    if (manner == Manner.PLAIN) {
      return names;
    }
    CommandTable.INSTANCE
        .entries()
        .forEach(
            (name, entry) -> {
              if (entry.arguments() == 0) {
                names.put(name.substring(1), entry.meaning());
              }
            });
    return names;
  }

  /**
   * Makes a JLaTeXMath.
   *
   * @param manner how it is asked
   * @throws EngineUnavailableException if it cannot be loaded
   */
  Typesetter create(Manner manner) throws EngineUnavailableException {
    ClassLoader own = TypesetterFactory.class.getClassLoader();
    boolean isFirst = OWN_CLASS_LOADER_IS_TAKEN.compareAndSet(false, true);
    ClassLoader loader = isFirst ? own : new IsolatingClassLoader(own);
    try {
      return (Typesetter)
          loader
              .loadClass(IMPLEMENTATION)
              .getConstructor(Manner.class, Map.class, Set.class)
              .newInstance(manner, names(manner), Vocabulary.removed(manner));
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new EngineUnavailableException(
          "JLaTeXMath cannot be loaded: " + e.getClass().getSimpleName(), e);
    }
  }
}
