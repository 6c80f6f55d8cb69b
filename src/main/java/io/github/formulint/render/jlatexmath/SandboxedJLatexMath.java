package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.jlatexmath.library.Fonts;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.sandbox.ChildJvm;
import io.github.formulint.render.sandbox.Sandbox;
import io.github.formulint.render.sandbox.SandboxServer;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.scilab.forge.jlatexmath.TeXFormula;

/** The program that runs in the sandbox of JLaTeXMath: an engine that tries whatever comes. */
public final class SandboxedJLatexMath {

  private SandboxedJLatexMath() {}

  /** Returns what the sandboxes of a run share; each runs this program. Nothing is started. */
  static Sandbox.Shared shared(Manner manner, Consumer<String> notices) {
    return new Sandbox.Shared(
        () ->
            new ChildJvm(
                    SandboxedJLatexMath.class, List.of(TeXFormula.class), List.of(manner.name()))
                .start(),
        notice -> notices.accept("JLaTeXMath: " + notice));
  }

  /**
   * Serves the program that started this one until that one ends.
   *
   * @param args the name of the {@link Manner}
   */
  public static void main(String[] args) {
    SandboxServer.run(
        new Provider(Manner.valueOf(args[0])),
        new MathSource("\\frac{1}{2}\\text{x}", MathStyle.DISPLAY));
  }

  /** Opens the one engine of the child. */
  private static final class Provider implements RenderEngine.Provider {

    private final Manner manner;

    private Provider(Manner manner) {
      this.manner = manner;
    }

    @Override
    public EngineId id() {
      return EngineId.JLATEXMATH;
    }

    @Override
    public String version() {
      return new JLatexMathProvider(manner, notice -> {}).version();
    }

    @Override
    public RenderEngine open() throws EngineUnavailableException {
      return JLatexMathProvider.open(
          manner, new TypesetterFactory(), new Fonts(notice -> {}), Optional.empty());
    }
  }
}
