package io.github.formulint.render.mathjax;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.GitHubGate;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Runaways;
import io.github.formulint.render.TimeLimit;
import io.github.formulint.render.quickjs.NativeLibrary;
import io.github.formulint.render.quickjs.QuickJsEngine;
import io.github.formulint.render.quickjs.ScriptLibrary;
import io.github.formulint.tex.MathSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Opens instances of MathJax, set up in one way. Each is a QuickJS context of its own. Only TeX is
 * read: what MathJax makes of it afterwards fails for no formula.
 *
 * <p>An instance must be opened on a thread with a stack of {@link EngineWorker#STACK_BYTES} or
 * more, as one of KaTeX.
 *
 * <p>Thread-safe.
 */
public final class MathJaxProvider implements RenderEngine.Provider {

  /** How long one formula may take unless told otherwise. */
  public static final TimeLimit DEFAULT_LIMIT =
      new TimeLimit(Duration.ofSeconds(1), Duration.ofMillis(800), Duration.ofSeconds(10));

  private final ScriptLibrary library = new ScriptLibrary(MathJaxProvider.class, "mathjax");
  private final NativeLibrary nativeLibrary = new NativeLibrary();
  private final Runaways runaways = new Runaways();
  private final MathJaxSetup setup;
  private final TimeLimit limit;

  /**
   * Makes a provider whose instances give a formula {@link #DEFAULT_LIMIT}.
   *
   * @param setup how MathJax is set up
   */
  public MathJaxProvider(MathJaxSetup setup) {
    this(setup, DEFAULT_LIMIT);
  }

  /**
   * Makes a provider.
   *
   * @param setup how MathJax is set up
   * @param limit how long one formula may take
   */
  public MathJaxProvider(MathJaxSetup setup, TimeLimit limit) {
    this.setup = Objects.requireNonNull(setup);
    this.limit = Objects.requireNonNull(limit);
  }

  @Override
  public EngineId id() {
    return setup.engine();
  }

  @Override
  public String version() {
    return library.version();
  }

  /**
   * What GitHub refuses is refused before MathJax is asked, here as there; and nearly all formulas
   * are proven to render without it.
   */
  @Override
  public Optional<RenderOutcome> foresee(MathSource formula) {
    if (setup == MathJaxSetup.GITHUB) {
      Optional<RenderOutcome> refused = refusedByGitHub(formula.tex());
      if (refused.isPresent()) {
        return refused;
      }
    }
    return formula.definitions().isEmpty() && setup.certifier().certifies(formula)
        ? Optional.of(RenderOutcome.Rendered.CLEAN)
        : Optional.empty();
  }

  private static Optional<RenderOutcome> refusedByGitHub(String tex) {
    if (GitHubGate.cost(tex) > GitHubGate.MOST_OF_A_FORMULA) {
      return Optional.of(new RenderOutcome.Rejected(GitHubGate.UNABLE, Optional.empty()));
    }
    List<String> refused = GitHubGate.refusedNames(tex);
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RenderOutcome.Rejected(
                "The following macros are not allowed: ".concat(String.join(", ", refused)),
                GitHubGate.place(tex, refused.get(0))));
  }

  @Override
  public boolean isNeededEarly() {
    return false;
  }

  @Override
  public RenderEngine open() throws EngineUnavailableException {
    nativeLibrary.require();
    return new QuickJsEngine(library, setup.label(), setup != MathJaxSetup.GITHUB, limit, runaways);
  }
}
