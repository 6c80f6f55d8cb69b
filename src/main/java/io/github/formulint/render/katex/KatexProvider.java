package io.github.formulint.render.katex;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Runaways;
import io.github.formulint.render.TimeLimit;
import io.github.formulint.render.certifier.Certifier;
import io.github.formulint.render.quickjs.NativeLibrary;
import io.github.formulint.render.quickjs.QuickJsEngine;
import io.github.formulint.render.quickjs.ScriptLibrary;
import io.github.formulint.tex.MathSource;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Opens instances of KaTeX. Each is a QuickJS context of its own, ready in about 0.1 s. Nearly all
 * formulas need none: that KaTeX renders them is proven without it.
 *
 * <p>An instance must be opened on a thread with a stack of {@link EngineWorker#STACK_BYTES} or
 * more. QuickJS runs on the stack of its thread and does not know its end: on a smaller one a
 * deeply nested formula would end the JVM.
 *
 * <p>Thread-safe.
 */
public final class KatexProvider implements RenderEngine.Provider {

  /** How long one formula may take unless told otherwise. */
  public static final TimeLimit DEFAULT_LIMIT =
      new TimeLimit(Duration.ofSeconds(1), Duration.ofMillis(800), Duration.ofSeconds(10));

  private final ScriptLibrary library = new ScriptLibrary(KatexProvider.class, "katex");
  private final NativeLibrary nativeLibrary = new NativeLibrary();
  private final Runaways runaways = new Runaways();
  private final EngineId id;
  private final TimeLimit limit;

  /** What judge.js is asked for: the verdict, or the signs that are drawn. */
  private final String profile;

  private static final String VERDICT = "";

  private static final String SIGNS = "signs";

  /** Makes a provider whose instances give a formula {@link #DEFAULT_LIMIT}. */
  public KatexProvider() {
    this(DEFAULT_LIMIT);
  }

  /**
   * Makes a provider.
   *
   * @param limit how long one formula may take
   */
  public KatexProvider(TimeLimit limit) {
    this(EngineId.KATEX, limit, VERDICT);
  }

  private KatexProvider(EngineId id, TimeLimit limit, String profile) {
    this.profile = profile;
    this.id = id;
    this.limit = Objects.requireNonNull(limit);
  }

  /** Returns a provider of instances to which the definitions before a formula count. */
  public static KatexProvider withSharedMacros() {
    return new KatexProvider(EngineId.KATEX_SHARED, DEFAULT_LIMIT, VERDICT);
  }

  @Override
  public EngineId id() {
    return id;
  }

  @Override
  public String version() {
    return library.version();
  }

  @Override
  public Optional<RenderEngine.Provider> ofSigns() {
    return Optional.of(new KatexProvider(id, limit, SIGNS));
  }

  @Override
  public Optional<RenderOutcome> foresee(MathSource formula) {
    if (profile.equals(SIGNS)) {
      return Optional.empty();
    }
    boolean isAlone = id == EngineId.KATEX || formula.definitions().isEmpty();
    return isAlone && Certifier.katex().certifies(formula.alone())
        ? Optional.of(RenderOutcome.Rendered.CLEAN)
        : Optional.empty();
  }

  @Override
  public boolean isNeededEarly() {
    return false;
  }

  @Override
  public RenderEngine open() throws EngineUnavailableException {
    nativeLibrary.require();
    return new QuickJsEngine(library, profile, id == EngineId.KATEX_SHARED, limit, runaways);
  }
}
