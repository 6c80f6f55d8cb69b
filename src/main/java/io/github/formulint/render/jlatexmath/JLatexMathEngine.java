package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
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

/**
 * One JLaTeXMath, with a class loader of its own. What is not known to be cheap it hands to its
 * sandbox, if it has one.
 */
final class JLatexMathEngine implements RenderEngine {

  private static final Pattern LINK = Pattern.compile("\\\\(?:href|url)(?![A-Za-z@])\\s*\\{");

  /** The translation of so many characters takes no time that counts. */
  private static final int MAX_TRANSLATED = 5_000;

  private final TypesetterFactory factory;
  private final Fonts fonts;
  private final Optional<Sandbox> sandbox;
  private Typesetter typesetter;
  private Vocabulary vocabulary;

  JLatexMathEngine(TypesetterFactory factory, Fonts fonts, Optional<Sandbox> sandbox)
      throws EngineUnavailableException {
    this.factory = factory;
    this.fonts = fonts;
    this.sandbox = sandbox;
    start();
  }

  private void start() throws EngineUnavailableException {
    typesetter = factory.create();
    vocabulary = new Vocabulary(typesetter);
  }

  @Override
  public RenderOutcome render(MathSource formula) {
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

  private RenderOutcome judge(MathSource formula) throws RefusalException {
    String tex = withoutLinkComments(formula.tex());
    List<Token> written = Tokenizer.tokenize(tex);
    List<Token> tokens = expanded(written);
    boolean isCheap = Screening.isCheap(tokens, vocabulary);
    if (!isCheap && sandbox.isPresent()) {
      return renderInSandbox(formula, tex, tokens);
    }
    String translated = Translator.translate(tex, tokens, formula.style(), vocabulary);
    Typesetter.Parsed parsed;
    try {
      parsed = typesetter.parse(translated);
    } catch (RuntimeException e) {
      return FailureReader.read(written, e.getMessage());
    }
    return layOut(formula, written, parsed);
  }

  /** What JLaTeXMath would not even be asked about needs no sandbox. */
  private RenderOutcome renderInSandbox(MathSource formula, String tex, List<Token> tokens)
      throws RefusalException {
    if (tex.length() <= MAX_TRANSLATED && tokens.size() <= MAX_TRANSLATED) {
      Translator.translate(tex, tokens, formula.style(), vocabulary);
    }
    return sandbox.orElseThrow().render(formula);
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

  private List<Token> expanded(List<Token> tokens) throws RefusalException {
    if (!MacroExpander.isNeededFor(tokens)) {
      return tokens;
    }
    try {
      return MacroExpander.expand(tokens, vocabulary::isKnown, vocabulary::argumentCount);
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
