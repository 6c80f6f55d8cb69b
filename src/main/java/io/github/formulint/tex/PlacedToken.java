package io.github.formulint.tex;

import io.github.formulint.source.Span;
import java.util.Objects;

/**
 * A token and where in the structure of its formula it stands. Immutable.
 *
 * @param token the token
 * @param scope the innermost scope it belongs to; a brace belongs to the scope it opens or closes
 */
public record PlacedToken(Token token, Scope scope) {

  /** Checks that nothing is missing. */
  public PlacedToken {
    Objects.requireNonNull(token);
    Objects.requireNonNull(scope);
  }

  /** Returns how the token is read; a comment is raw wherever it stands. */
  public Mode mode() {
    return token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.VERBATIM
        ? Mode.RAW
        : scope.mode();
  }

  /** Returns where the token stands, in UTF-16 offsets into the TeX. */
  public Span span() {
    return token.span();
  }

  /** Returns the token's characters. */
  public String text() {
    return token.text();
  }
}
