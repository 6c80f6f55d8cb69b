package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.jlatexmath.library.Fonts;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.library.Typesetter;
import io.github.formulint.render.jlatexmath.translation.Translator;
import io.github.formulint.render.jlatexmath.translation.Vocabulary;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MacroExpander;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What the tests of this package do with engines. */
final class Engines {

  /** As much as a worker has. */
  private static final long STACK = 16L << 20;

  private Engines() {}

  static RenderEngine open() {
    return open(Manner.TRANSLATED);
  }

  static RenderEngine open(Manner manner) {
    try {
      return new JLatexMathProvider(manner, notice -> {}).open();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Opens an engine that tries whatever comes, as the one in the sandbox does. */
  static RenderEngine openInSandbox() {
    try {
      return new TranslatedEngine(
          new TypesetterFactory(), new Fonts(notice -> {}), Optional.empty());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static MathSource display(String tex) {
    return new MathSource(tex, MathStyle.DISPLAY);
  }

  static MathSource inline(String tex) {
    return new MathSource(tex, MathStyle.INLINE);
  }

  /** Returns the part of the formula that the outcome points at, or a dash. */
  static String pointedAt(String tex, RenderOutcome outcome) {
    return outcome
        .place()
        .map((Span place) -> tex.substring(place.start(), place.end()))
        .orElse("-");
  }

  /** Returns the size of a formula in display style, in pixels. */
  static Typesetter.Size sizeOf(String tex) {
    return sizeOf(tex, MathStyle.DISPLAY, Ruler.TYPESETTER);
  }

  /** Returns the size of a formula in pixels; the typesetter keeps what the formula has done. */
  static Typesetter.Size sizeOf(String tex, MathStyle style, Typesetter typesetter) {
    try {
      Vocabulary vocabulary = new Vocabulary(typesetter, Manner.TRANSLATED);
      List<Token> tokens = Tokenizer.tokenize(tex);
      if (MacroExpander.isNeededFor(tokens)) {
        tokens = MacroExpander.expand(tokens, vocabulary::isKnown, vocabulary::argumentCount);
      }
      String translated = Translator.translate(tex, tokens, style, vocabulary);
      return typesetter.parse(translated).layOut(style);
    } catch (Exception e) {
      throw new AssertionError(tex, e);
    }
  }

  /** Measures formulas; each has its own state, so one typesetter does for all. */
  private static final class Ruler {

    private static final Typesetter TYPESETTER = create();

    private static Typesetter create() {
      try {
        return new TypesetterFactory().create(Manner.TRANSLATED);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  /** An action that may throw. */
  interface Action {
    void run() throws Exception;
  }

  /** Runs as a worker does: on a thread with a deep stack. */
  static void onWorker(Action action) throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                action.run();
              } catch (Throwable e) {
                failure.set(e);
              }
            },
            "worker",
            STACK);
    thread.start();
    thread.join();
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
  }
}
