package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.jlatexmath.library.Fonts;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.translation.RefusalException;
import io.github.formulint.render.sandbox.Sandbox;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.List;
import java.util.Optional;

/**
 * A JLaTeXMath that is given the TeX of the document as it stands. What it refuses is asked again
 * through the translation, so that what the library lacks can be told from what is wrong.
 */
final class PlainEngine extends JLatexMathEngine {

  private final TypesetterFactory factory;
  private final Fonts fonts;

  /** Made when the first formula is refused. */
  private Optional<TranslatedEngine> translated = Optional.empty();

  PlainEngine(TypesetterFactory factory, Fonts fonts, Optional<Sandbox> sandbox)
      throws EngineUnavailableException {
    super(Manner.PLAIN, factory, fonts, sandbox);
    this.factory = factory;
    this.fonts = fonts;
  }

  @Override
  RenderOutcome judge(MathSource formula) throws RefusalException, EngineUnavailableException {
    List<Token> tokens = Tokenizer.tokenize(formula.tex());
    for (Token token : tokens) {
      vocabulary().requireNotSwitchedOff(token);
    }
    boolean isCheap = Screening.isCheap(tokens, vocabulary());
    if (!isCheap && sandbox().isPresent()) {
      return sandbox().get().render(formula);
    }
    RenderOutcome outcome = typeset(formula, tokens, formula.tex());
    return outcome instanceof RenderOutcome.Rejected rejected
        ? explained(formula, rejected)
        : outcome;
  }

  private RenderOutcome explained(MathSource formula, RenderOutcome.Rejected rejected)
      throws EngineUnavailableException {
    if (translated.isEmpty()) {
      translated = Optional.of(new TranslatedEngine(factory, fonts, Optional.empty()));
    }
    if (sandbox().isPresent() && !translated.get().isCheap(formula)) {
      RenderOutcome tried = sandbox().get().render(formula);
      return isRefusal(tried) ? tried : rejected;
    }
    RenderOutcome second = translated.get().render(formula);
    if (second.isRendered()) {
      return new RenderOutcome.Unsupported(rejected.reason(), rejected.place());
    }
    // Its words are plainer, and it knows the place more often.
    return isRefusal(second) ? second : rejected;
  }

  private static boolean isRefusal(RenderOutcome outcome) {
    return outcome instanceof RenderOutcome.Rejected
        || outcome instanceof RenderOutcome.Unsupported;
  }

  @Override
  public void close() {
    translated.ifPresent(TranslatedEngine::close);
    translated = Optional.empty();
    super.close();
  }
}
