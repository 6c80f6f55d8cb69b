package io.github.formulint.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that people write for the constants of an enumeration. */
public final class Choices {

  private Choices() {}

  /**
   * Returns the constant that a word means.
   *
   * @param choices the constants
   * @param word the word, in upper or lower case, with {@code -} between its parts
   */
  public static <E extends Enum<E>> Optional<E> find(Class<E> choices, String word) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(each -> word(each).equalsIgnoreCase(word.strip()))
        .findFirst();
  }

  /**
   * Returns the words for all constants, in order, as in {@code "both, katex, jlatexmath"}.
   *
   * @param choices the constants
   */
  public static <E extends Enum<E>> String words(Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .map(Choices::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
