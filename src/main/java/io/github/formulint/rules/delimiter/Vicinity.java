package io.github.formulint.rules.delimiter;

import io.github.formulint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The paragraph around a formula, as it stands, to ask a platform about while one thing in it is
 * changed. Immutable.
 *
 * @param before what stands in front of the formula
 * @param formula the formula with its delimiters
 * @param behind what stands behind it
 */
record Vicinity(String before, String formula, String behind) {

  /** How far it goes to each side, in UTF-16 code units. */
  private static final int REACH = 1500;

  /** What may pair with a sign of its kind somewhere else. */
  private static final List<String> PAIRING = List.of("`", "_", "*", "<", "[", "~", "$");

  /** Returns the paragraph of a formula in a document. */
  static Vicinity of(String text, Span formula) {
    int first = Math.max(0, formula.start() - REACH);
    int start = LineBounds.start(text, formula.start());
    while (start > first && !isBlank(text, start - 1)) {
      start = LineBounds.start(text, start - 1);
    }
    int last = Math.min(text.length(), formula.end() + REACH);
    int end = LineBounds.end(text, formula.end());
    while (end < last && !isBlank(text, end + 1)) {
      end = LineBounds.end(text, end + 1);
    }
    return new Vicinity(
        text.substring(Math.min(start, formula.start()), formula.start()),
        formula.of(text),
        text.substring(formula.end(), Math.max(end, formula.end())) + "\n");
  }

  /** Returns whether the line of an offset holds nothing but marks of quotes. */
  private static boolean isBlank(String text, int offset) {
    int line = LineBounds.start(text, offset);
    return text.substring(line, LineBounds.end(text, offset)).replace('>', ' ').isBlank();
  }

  /**
   * Returns whether nothing but marks of quotes and items stands before the formula on its line.
   */
  boolean startsLine() {
    String marks = before.substring(before.lastIndexOf('\n') + 1);
    return marks.matches("[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)?");
  }

  /** Returns it with a blank line in front of the line of the formula. */
  Vicinity behindBlankLine() {
    int line = before.lastIndexOf('\n') + 1;
    return new Vicinity(before.substring(0, line) + "\n" + before.substring(line), formula, behind);
  }

  /**
   * Returns the sign without which the text around the formula would let it be read.
   *
   * @param isRead whether it is read there
   */
  Optional<String> signInTheWay(Predicate<Vicinity> isRead) {
    return PAIRING.stream()
        .filter(sign -> before.contains(sign) || behind.contains(sign))
        .filter(
            sign ->
                isRead.test(
                    new Vicinity(before.replace(sign, "+"), formula, behind.replace(sign, "+"))))
        .findFirst();
  }
}
