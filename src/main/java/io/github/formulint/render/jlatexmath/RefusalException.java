package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Token;
import java.util.Optional;

/** A formula is judged before JLaTeXMath sees it. */
final class RefusalException extends Exception {

  private final transient RenderOutcome outcome;

  RefusalException(RenderOutcome outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  /** Makes the refusal of a formula with a fault at a token. */
  static RefusalException at(Token token, String reason) {
    return at(token.span(), reason);
  }

  /** Makes the refusal of a formula with a fault at a place in its TeX. */
  static RefusalException at(Span place, String reason) {
    return new RefusalException(new RenderOutcome.Rejected(reason, Optional.of(place)));
  }

  RenderOutcome outcome() {
    return outcome;
  }
}
