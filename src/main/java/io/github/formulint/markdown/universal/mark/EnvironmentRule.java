package io.github.formulint.markdown.universal.mark;

import java.util.Optional;
import java.util.Set;

/**
 * Which environments are display formulas of their own, without dollars around: those of LaTeX and
 * amsmath that start display math (User's Guide for the amsmath Package 2.1, section 3), and {@code
 * CD}.
 */
final class EnvironmentRule {

  private static final String BEGIN = "\\begin{";

  private static final Set<String> DISPLAY =
      Set.of(
          "equation",
          "align",
          "alignat",
          "gather",
          "multline",
          "flalign",
          "eqnarray",
          "displaymath",
          "CD",
          "xalignat",
          "xxalignat");

  private EnvironmentRule() {}

  /**
   * Returns the name of the display environment that begins at an offset.
   *
   * @param text any text
   * @param index offset of a backslash
   */
  static Optional<String> displayAt(String text, int index) {
    if (!text.startsWith(BEGIN, index)) {
      return Optional.empty();
    }
    int start = index + BEGIN.length();
    int end = start;
    while (end < text.length() && end - start < 12 && isNameCharacter(text.charAt(end))) {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != '}') {
      return Optional.empty();
    }
    String name = text.substring(start, end);
    String plain = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    return DISPLAY.contains(plain) ? Optional.of(name) : Optional.empty();
  }

  /** Returns the opening mark of an environment. */
  static String opener(String name) {
    return BEGIN + name + "}";
  }

  /** Returns the closing mark of an environment. */
  static String closer(String name) {
    return "\\end{" + name + "}";
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '*';
  }
}
