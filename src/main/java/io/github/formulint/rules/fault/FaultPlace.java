package io.github.formulint.rules.fault;

import io.github.formulint.markdown.Formula;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where in the source to point. An engine notices only at the end of a formula that something was
 * never closed; there, what was opened last is the better place.
 */
public final class FaultPlace {

  private FaultPlace() {}

  /** Returns the narrowest place that is known, in UTF-16 offsets into the source. */
  public static Span of(Formula formula, Optional<Span> place) {
    Span written = written(formula.tex());
    Span inTex =
        place
            .filter(span -> span.start() < written.end())
            .or(() -> place.flatMap(end -> openedLast(formula.tex())))
            .orElse(place.isPresent() ? Span.at(written.end()) : written);
    return formula.offsets().toSource(inTex);
  }

  /** Returns the TeX without white space around it. */
  private static Span written(String tex) {
    int start = 0;
    int end = tex.length();
    while (end > start && Character.isWhitespace(tex.charAt(end - 1))) {
      end--;
    }
    while (start < end && Character.isWhitespace(tex.charAt(start))) {
      start++;
    }
    return new Span(start, end);
  }

  /**
   * Returns the last brace, {@code \left} or {@code \begin} that nothing closes; if there is none,
   * the command at the end.
   */
  private static Optional<Span> openedLast(String tex) {
    Deque<Token> open = new ArrayDeque<>();
    List<Token> tokens = Tokenizer.tokenize(tex);
    for (Token token : tokens) {
      if (opens(token)) {
        open.push(token);
      } else if (!open.isEmpty() && closes(token, open.peek())) {
        open.pop();
      }
    }
    return Optional.ofNullable(open.peek())
        .map(token -> withName(token, tokens))
        .or(() -> lastToken(tokens).filter(Token::isCommand).map(Token::span));
  }

  private static Optional<Token> lastToken(List<Token> tokens) {
    return tokens.stream().filter(token -> !token.isBlank()).reduce((first, second) -> second);
  }

  private static boolean opens(Token token) {
    return token.kind() == Token.Kind.BEGIN_GROUP
        || token.isCommand("\\left")
        || token.isCommand("\\begin");
  }

  private static boolean closes(Token token, Token opener) {
    return switch (opener.text()) {
      case "{" -> token.kind() == Token.Kind.END_GROUP;
      case "\\left" -> token.isCommand("\\right");
      default -> token.isCommand("\\end");
    };
  }

  /** Returns the place of a token; of {@code \begin} together with the name behind it. */
  private static Span withName(Token token, List<Token> tokens) {
    if (!token.isCommand("\\begin")) {
      return token.span();
    }
    return tokens.stream()
        .filter(each -> each.kind() == Token.Kind.END_GROUP)
        .filter(each -> each.span().start() > token.span().start())
        .findFirst()
        .map(end -> new Span(token.span().start(), end.span().end()))
        .orElse(token.span());
  }
}
