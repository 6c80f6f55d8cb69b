package io.github.formulint.render.quickjs;

import app.cash.zipline.QuickJs;
import io.github.formulint.render.EngineUnavailableException;
import java.util.Optional;

/**
 * The native library of QuickJS. It is unpacked into {@code java.io.tmpdir} or another folder and
 * loaded from there when it is first used. Thread-safe.
 */
public final class NativeLibrary {

  // Guarded by this. Only the first failure says why, so it is kept.
  private boolean loaded;
  private Optional<EngineUnavailableException> failure = Optional.empty();

  /**
   * Loads the library unless that was done.
   *
   * @throws EngineUnavailableException if it cannot be loaded; each time the same
   */
  public synchronized void require() throws EngineUnavailableException {
    if (failure.isEmpty() && !loaded) {
      load();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private void load() {
    try {
      QuickJs.create().close();
      loaded = true;
    } catch (LinkageError e) {
      failure = Optional.of(new EngineUnavailableException(whyNot(e), e));
    }
  }

  private static String whyNot(LinkageError error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String where = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return "the JavaScript engine it runs in (QuickJS, a native library) cannot be loaded on "
        + (where + ": " + root)
        + "; it needs a folder that is writable and allows execution, which"
        + " -Djava.io.tmpdir=FOLDER names";
  }
}
