package io.github.formulint.fuzz;

import java.util.List;

/**
 * Takes decisions from bytes, so that a fuzzer that changes bytes changes decisions. When the bytes
 * are used up, every decision is the first, so whatever is made with it comes to an end.
 */
final class ChoiceBytes {

  private final byte[] bytes;
  private int next;

  ChoiceBytes(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** Returns whether all bytes are used up. */
  boolean isEmpty() {
    return next >= bytes.length;
  }

  /** Returns a number from 0 up to, but not including, a bound of at most 65,536. */
  int below(int bound) {
    if (isEmpty()) {
      return 0;
    }
    int choice = bytes[next++] & 0xFF;
    if (bound > 256) {
      choice = choice << 8 | (isEmpty() ? 0 : bytes[next++] & 0xFF);
    }
    return choice % bound;
  }

  /** Returns true about once in so many times. */
  boolean oneIn(int times) {
    return below(times) == times - 1;
  }

  /** Returns one of some values. */
  <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }
}
