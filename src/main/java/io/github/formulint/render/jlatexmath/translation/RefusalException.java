package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Token;
import java.util.Optional;

/** A formula is judged before JLaTeXMath sees it. */
public final class RefusalException extends Exception {

  private final transient RenderOutcome outcome;

  /**
   * Makes the refusal.
   *
   * @param outcome what comes of the formula
   */
  public RefusalException(RenderOutcome outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  /**
   * Makes the refusal of a formula with a fault at a token.
   *
   * @param token where the fault is
   * @param reason what is wrong, in words that go on after the name of the engine
   */
  public static RefusalException at(Token token, String reason) {
    return at(token.span(), reason);
  }

  /**
   * Makes the refusal of a formula with a fault at a place in its TeX.
   *
   * @param place where the fault is, in UTF-16 code units of the TeX
   * @param reason what is wrong, in words that go on after the name of the engine
   */
  public static RefusalException at(Span place, String reason) {
    return new RefusalException(new RenderOutcome.Rejected(reason, Optional.of(place)));
  }

  /** Returns what comes of the formula. */
  public RenderOutcome outcome() {
    return outcome;
  }
}
