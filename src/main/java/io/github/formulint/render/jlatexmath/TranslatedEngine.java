package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.jlatexmath.library.Fonts;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.translation.Links;
import io.github.formulint.render.jlatexmath.translation.RefusalException;
import io.github.formulint.render.jlatexmath.translation.Translator;
import io.github.formulint.render.sandbox.Sandbox;
import io.github.formulint.tex.MacroException;
import io.github.formulint.tex.MacroExpander;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JLaTeXMath that is asked about KaTeX's TeX, put in its own terms by the {@link Translator}. */
final class TranslatedEngine extends JLatexMathEngine {

  private static final Pattern LINK = Pattern.compile("\\\\(?:href|url)(?![A-Za-z@])\\s*\\{");

  /** The translation of so many characters takes no time that counts. */
  private static final int MAX_TRANSLATED = 5_000;

  TranslatedEngine(TypesetterFactory factory, Fonts fonts, Optional<Sandbox> sandbox)
      throws EngineUnavailableException {
    super(Manner.TRANSLATED, factory, fonts, sandbox);
  }

  @Override
  RenderOutcome judge(MathSource formula) throws RefusalException {
    String tex = withoutLinkComments(formula.tex());
    List<Token> written = Tokenizer.tokenize(tex);
    List<Token> tokens = expanded(written);
    boolean isCheap = Screening.isCheap(tokens, vocabulary());
    if (!isCheap && sandbox().isPresent()) {
      return renderInSandbox(formula, tex, tokens);
    }
    return typeset(
        formula, written, Translator.translate(tex, tokens, formula.style(), vocabulary()));
  }

  /** Returns whether a formula is known to be cheap, or not worth a try. */
  boolean isCheap(MathSource formula) {
    try {
      return Screening.isCheap(
          expanded(Tokenizer.tokenize(withoutLinkComments(formula.tex()))), vocabulary());
    } catch (RefusalException e) {
      return true;
    }
  }

  /** What JLaTeXMath would not even be asked about needs no sandbox. */
  private RenderOutcome renderInSandbox(MathSource formula, String tex, List<Token> tokens)
      throws RefusalException {
    if (tex.length() <= MAX_TRANSLATED && tokens.size() <= MAX_TRANSLATED) {
      Translator.translate(tex, tokens, formula.style(), vocabulary());
    }
    return sandbox().orElseThrow().render(formula);
  }

  private List<Token> expanded(List<Token> tokens) throws RefusalException {
    if (!MacroExpander.isNeededFor(tokens)) {
      return tokens;
    }
    try {
      return MacroExpander.expand(tokens, vocabulary()::isKnown, vocabulary()::argumentCount);
    } catch (MacroException e) {
      throw switch (e.kind()) {
        case MALFORMED -> RefusalException.at(e.place(), e.getMessage());
        case RUNAWAY -> new RefusalException(new RenderOutcome.TimedOut(e.getMessage()));
      };
    }
  }

  /** In a link, a per cent sign starts no comment. The length stays the same. */
  private static String withoutLinkComments(String tex) {
    if (tex.indexOf('%') < 0 || !tex.contains("\\href") && !tex.contains("\\url")) {
      return tex;
    }
    StringBuilder changed = new StringBuilder(tex);
    Matcher matcher = LINK.matcher(tex);
    while (matcher.find()) {
      int depth = 1;
      for (int i = matcher.end(); i < tex.length() && depth > 0; i++) {
        char c = tex.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '{') {
          depth++;
        } else if (c == '}') {
          depth--;
        } else if (c == '%') {
          changed.setCharAt(i, Links.PERCENT);
        }
      }
    }
    return changed.toString();
  }
}
