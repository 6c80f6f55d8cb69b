package io.github.formulint.render.katex;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderEngine;
import java.time.Duration;
import java.util.Objects;

/**
 * Opens instances of KaTeX. Each is a QuickJS context of its own, ready in about 0.1 s.
 *
 * <p>An instance must be opened on a thread with a stack of {@link EngineWorker#STACK_BYTES} or
 * more. QuickJS runs on the stack of its thread and does not know its end: on a smaller one a
 * deeply nested formula would end the JVM.
 *
 * <p>Thread-safe.
 */
public final class KatexProvider implements RenderEngine.Provider {

  /** How long one formula may take unless told otherwise. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);

  private final KatexLibrary library = new KatexLibrary();
  private final Duration deadline;

  /** Makes a provider whose instances give a formula {@link #DEFAULT_DEADLINE}. */
  public KatexProvider() {
    this(DEFAULT_DEADLINE);
  }

  /**
   * Makes a provider.
   *
   * @param deadline how long one formula may take
   */
  public KatexProvider(Duration deadline) {
    this.deadline = Objects.requireNonNull(deadline);
  }

  @Override
  public EngineId id() {
    return EngineId.KATEX;
  }

  @Override
  public String version() {
    return library.version();
  }

  @Override
  public RenderEngine open() throws EngineUnavailableException {
    try {
      return new KatexEngine(library, deadline);
    } catch (LinkageError e) {
      throw new EngineUnavailableException(whyNotLoaded(e), e);
    }
  }

  /** Zipline unpacks its native library into java.io.tmpdir and loads it from there. */
  private static String whyNotLoaded(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "its JavaScript engine (QuickJS, a native library) cannot be loaded on %s %s: %s; it is unpacked into %s, which must be writable and allow execution (another folder: -Djava.io.tmpdir=FOLDER)"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            root,
            System.getProperty("java.io.tmpdir"));
  }
}
