package io.github.formulint.config.macros;

import java.util.Optional;

/** What a macro may stand for. Stateless. */
public final class Macros {

  private Macros() {}

  /**
   * Returns what is wrong with what a macro stands for, if anything.
   *
   * @param body TeX with {@code #1} to {@code #9} for its arguments
   */
  public static Optional<String> fault(String body) {
    int depth = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth < 0) {
        return Optional.of("a } in it closes nothing");
      } else if (c == '#'
          && (i + 1 == body.length() || body.charAt(i + 1) < '1' || body.charAt(i + 1) > '9')) {
        return Optional.of("a # in it is followed by no number from 1 to 9");
      } else if (c == '%') {
        return Optional.of("a % in it makes the rest of the line a comment");
      }
    }
    return depth == 0 ? Optional.empty() : Optional.of("a { in it is not closed");
  }
}
