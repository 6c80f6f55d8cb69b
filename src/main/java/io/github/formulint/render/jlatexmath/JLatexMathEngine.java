package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.jlatexmath.library.FailureReader;
import io.github.formulint.render.jlatexmath.library.Fonts;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.library.Typesetter;
import io.github.formulint.render.jlatexmath.translation.RefusalException;
import io.github.formulint.render.jlatexmath.translation.Vocabulary;
import io.github.formulint.render.sandbox.Sandbox;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;

/**
 * One JLaTeXMath, with a class loader of its own. What is not known to be cheap it hands to its
 * sandbox, if it has one. How it is asked is up to the subclasses.
 */
abstract class JLatexMathEngine implements RenderEngine {

  private final TypesetterFactory factory;
  private final Manner manner;
  private final Fonts fonts;
  private final Optional<Sandbox> sandbox;
  private Typesetter typesetter;
  private Vocabulary vocabulary;

  JLatexMathEngine(Manner manner, TypesetterFactory factory, Fonts fonts, Optional<Sandbox> sandbox)
      throws EngineUnavailableException {
    this.manner = manner;
    this.factory = factory;
    this.fonts = fonts;
    this.sandbox = sandbox;
    start();
  }

  private void start() throws EngineUnavailableException {
    typesetter = factory.create(manner);
    vocabulary = new Vocabulary(typesetter, manner);
  }

  @Override
  public final RenderOutcome render(MathSource formula) {
    try {
      if (typesetter == null) {
        start();
      }
      return judge(formula);
    } catch (RefusalException e) {
      return e.outcome();
    } catch (EngineUnavailableException e) {
      return new RenderOutcome.Unavailable(e.getMessage());
    } catch (StackOverflowError e) {
      discard();
      return new RenderOutcome.Rejected("is nested too deeply", Optional.empty());
    } catch (OutOfMemoryError e) {
      discard();
      return RenderOutcome.OutOfMemory.TOO_MUCH;
    } catch (Exception | LinkageError | AssertionError | InternalError e) {
      discard();
      return new RenderOutcome.Crashed("JLaTeXMath broke down over it");
    } finally {
      if (typesetter != null) {
        typesetter.restore();
      }
    }
  }

  /** An error may have left a class of JLaTeXMath half made: the next formula gets a fresh one. */
  private void discard() {
    typesetter = null;
  }

  /**
   * Returns what comes of a formula.
   *
   * @throws RefusalException if JLaTeXMath need not be asked
   * @throws EngineUnavailableException if what it takes cannot be loaded
   */
  abstract RenderOutcome judge(MathSource formula)
      throws RefusalException, EngineUnavailableException;

  /** Returns the commands that formulas may use. */
  final Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Returns where formulas are tried that are not known to be cheap; empty in that very place. */
  final Optional<Sandbox> sandbox() {
    return sandbox;
  }

  /**
   * Has JLaTeXMath read and lay out a formula.
   *
   * @param formula the formula
   * @param written its tokens as its author wrote them
   * @param tex what JLaTeXMath is given for it
   */
  final RenderOutcome typeset(MathSource formula, List<Token> written, String tex) {
    Typesetter.Parsed parsed;
    try {
      parsed = typesetter.parse(tex);
    } catch (RuntimeException e) {
      return FailureReader.read(written, e.getMessage());
    }
    return layOut(formula, written, parsed);
  }

  private RenderOutcome layOut(MathSource formula, List<Token> written, Typesetter.Parsed parsed) {
    if (!fonts.areUsable()) {
      return RenderOutcome.Rendered.CLEAN;
    }
    try {
      Typesetter.Size size = parsed.layOut(formula.style());
      boolean isFinite =
          Double.isFinite(size.width())
              && Double.isFinite(size.height())
              && Double.isFinite(size.depth());
      return isFinite
          ? RenderOutcome.Rendered.CLEAN
          : new RenderOutcome.Rejected("has no finite size", Optional.empty());
    } catch (RuntimeException | InternalError | LinkageError e) {
      if (!fonts.check(typesetter)) {
        return RenderOutcome.Rendered.CLEAN;
      }
      if (e instanceof RuntimeException) {
        return FailureReader.read(written, e.getMessage());
      }
      throw e;
    }
  }

  @Override
  public void abandon() {
    sandbox.ifPresent(Sandbox::abandon);
  }

  @Override
  public void close() {
    discard();
    sandbox.ifPresent(Sandbox::close);
  }
}
