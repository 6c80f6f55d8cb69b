package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the tokens of a formula, or of a part of it, one after the other, as KaTeX does. */
final class TokenReader {

  private final List<Token> tokens;
  private final Predicate<String> takesArguments;
  private int at;

  /**
   * Starts before the first token.
   *
   * @param tokens the tokens
   * @param takesArguments whether a command, given with its backslash, takes arguments; KaTeX takes
   *     no such command for an argument without braces
   */
  TokenReader(List<Token> tokens, Predicate<String> takesArguments) {
    this.tokens = tokens;
    this.takesArguments = takesArguments;
  }

  /** Returns whether there is another token. */
  boolean hasNext() {
    return at < tokens.size();
  }

  /** Returns the next token that is not blank, if there is one, and stays where it is. */
  Optional<Token> peekPastBlanks() {
    for (int i = at; i < tokens.size(); i++) {
      if (!tokens.get(i).isBlank()) {
        return Optional.of(tokens.get(i));
      }
    }
    return Optional.empty();
  }

  /** Returns the tokens of the next argument, without braces. */
  List<Token> argumentTokens(Token command) throws RefusalException {
    skipBlanks();
    if (at >= tokens.size()) {
      throw RefusalException.at(command, command.text() + " lacks an argument");
    }
    Token first = tokens.get(at);
    boolean isMissing =
        switch (first.kind()) {
          case END_GROUP, SUPERSCRIPT, SUBSCRIPT, ALIGNMENT -> true;
          default -> false;
        };
    if (isMissing) {
      throw RefusalException.at(command, command.text() + " lacks an argument");
    }
    if (first.kind() == Token.Kind.CONTROL_WORD && takesArguments.test(first.text())) {
      throw RefusalException.at(first, first.text() + " needs braces around it here");
    }
    if (first.kind() != Token.Kind.BEGIN_GROUP) {
      at++;
      return tokens.subList(at - 1, at);
    }
    int start = ++at;
    int depth = 1;
    while (at < tokens.size()) {
      Token token = tokens.get(at++);
      if (token.kind() == Token.Kind.BEGIN_GROUP) {
        depth++;
      } else if (token.kind() == Token.Kind.END_GROUP) {
        depth--;
        if (depth == 0) {
          return tokens.subList(start, at - 1);
        }
      }
    }
    throw RefusalException.at(first, "the brace { is not closed");
  }

  /** Returns the characters of the next argument as they stand. */
  String argumentText(Token command) throws RefusalException {
    return text(argumentTokens(command));
  }

  static String text(List<Token> part) {
    StringBuilder text = new StringBuilder();
    for (Token token : part) {
      text.append(token.text());
    }
    return text.toString();
  }

  /** Returns the tokens in the brackets that come next, if brackets come next. */
  Optional<List<Token>> optionalArgument() throws RefusalException {
    int start = at;
    skipBlanks();
    if (at >= tokens.size() || !tokens.get(at).text().equals("[")) {
      at = start;
      return Optional.empty();
    }
    Token bracket = tokens.get(at);
    int depth = 0;
    for (int i = at + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.BEGIN_GROUP) {
        depth++;
      } else if (token.kind() == Token.Kind.END_GROUP) {
        depth--;
        if (depth < 0) {
          break;
        }
      } else if (depth == 0 && token.text().equals("]")) {
        List<Token> option = tokens.subList(at + 1, i);
        at = i + 1;
        return Optional.of(option);
      }
    }
    throw RefusalException.at(bracket, "the bracket [ is not closed");
  }

  /** Returns whether one of the choices, each a letter, stands in the brackets that come next. */
  boolean isOption(String choices) {
    return at + 2 < tokens.size()
        && tokens.get(at + 1).text().length() == 1
        && choices.contains(tokens.get(at + 1).text())
        && tokens.get(at + 2).text().equals("]");
  }

  /** Returns the next token, if there is one. */
  Optional<Token> peek() {
    return at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
  }

  /** Returns the next token, which is there. */
  Token take() {
    return tokens.get(at++);
  }

  void skipBlanks() {
    while (at < tokens.size() && tokens.get(at).isBlank()) {
      at++;
    }
  }

  /** Returns whether the group or the cell ends here. */
  boolean isAtEnd() {
    skipBlanks();
    if (at >= tokens.size()) {
      return true;
    }
    Token next = tokens.get(at);
    return next.kind() == Token.Kind.END_GROUP
        || next.kind() == Token.Kind.ALIGNMENT
        || next.isCommand("\\\\")
        || next.isCommand("\\end")
        || next.isCommand("\\right");
  }

  /** Goes on after the end of the environment whose beginning was read last; returns its body. */
  List<Token> environmentBody(Token begin, String name) throws RefusalException {
    int start = at;
    int depth = 1;
    while (at < tokens.size()) {
      Token token = tokens.get(at++);
      if (token.isCommand("\\begin")) {
        depth++;
      } else if (token.isCommand("\\end")) {
        depth--;
        if (depth == 0) {
          List<Token> body = tokens.subList(start, at - 1);
          String closed = argumentText(token);
          if (!closed.equals(name)) {
            throw RefusalException.at(
                token, "\\begin{" + name + "} ends with \\end{" + closed + "}");
          }
          return body;
        }
      }
    }
    throw RefusalException.at(begin, Frame.Opener.ENVIRONMENT.complaint(name));
  }
}
