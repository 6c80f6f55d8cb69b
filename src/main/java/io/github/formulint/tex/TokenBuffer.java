package io.github.formulint.tex;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a formula, cut when asked for, and which braces belong together. They are cut late
 * since KaTeX reads {@code %} in another way inside an address, and knows where one begins only
 * when it gets there. Each character is looked at once.
 */
final class TokenBuffer {

  private static final int NONE = -1;

  private final Tokenizer tokenizer;
  private final List<Token> tokens = new ArrayList<>();
  private final IntList closers = new IntList();
  private final IntList open = new IntList();

  TokenBuffer(String tex) {
    tokenizer = new Tokenizer(tex);
  }

  /** Returns whether there is a token of that index; cuts as far as that. */
  boolean has(int index) {
    while (index >= tokens.size() && tokenizer.hasNext()) {
      add(tokenizer.next());
    }
    return index < tokens.size();
  }

  Token get(int index) {
    return tokens.get(index);
  }

  /**
   * Cuts the tokens of an address that is to be read next; does nothing if they are cut already.
   */
  void cutUrl() {
    int depth = 0;
    boolean started = false;
    while (tokenizer.hasNext() && (!started || depth > 0)) {
      Token token = tokenizer.nextInUrl();
      add(token);
      switch (token.kind()) {
        case BEGIN_GROUP -> depth++;
        case END_GROUP -> depth--;
        default -> {}
      }
      started |= token.kind() != Token.Kind.SPACE;
    }
  }

  /** Returns whether all tokens before that index are cut and none behind. */
  boolean isCutUpTo(int index) {
    return index == tokens.size();
  }

  /** Returns the index of the brace that closes the one at that index, or -1. */
  int closer(int opener) {
    while (closers.get(opener) == NONE && has(tokens.size())) {
      // has() has cut one more token.
    }
    return closers.get(opener);
  }

  /** Returns all tokens that have been cut. */
  List<Token> tokens() {
    return tokens;
  }

  private void add(Token token) {
    int index = tokens.size();
    tokens.add(token);
    closers.add(NONE);
    if (token.kind() == Token.Kind.BEGIN_GROUP) {
      open.add(index);
    } else if (token.kind() == Token.Kind.END_GROUP && open.size() > 0) {
      closers.set(open.removeLast(), index);
    }
  }

  /** A list of numbers without boxes. */
  static final class IntList {

    private int[] values = new int[32];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = java.util.Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int get(int index) {
      return values[index];
    }

    void set(int index, int value) {
      values[index] = value;
    }

    int removeLast() {
      return values[--size];
    }

    int size() {
      return size;
    }
  }
}
