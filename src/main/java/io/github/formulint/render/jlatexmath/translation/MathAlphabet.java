package io.github.formulint.render.jlatexmath.translation;

import java.util.List;

/**
 * The mathematical letters and digits of Unicode (U+1D400 to U+1D7FF), which JLaTeXMath cannot
 * read, as letters in a font. The order is that of the block.
 */
final class MathAlphabet {

  private static final int START = 0x1D400;
  private static final int DIGITS = 0x1D7CE;
  private static final int END = 0x1D800;

  /** Thirteen alphabets of 52 Latin letters each. */
  private static final List<String> LATIN =
      List.of(
          "\\mathbf{#}",
          "\\mathit{#}",
          "\\boldsymbol{#}",
          "\\mathscr{#}",
          "\\boldsymbol{\\mathscr{#}}",
          "\\mathfrak{#}",
          "\\mathbb{#}",
          "\\boldsymbol{\\mathfrak{#}}",
          "\\mathsf{#}",
          "\\mathbf{\\mathsf{#}}",
          "\\mathsf{\\mathit{#}}",
          "\\mathbf{\\mathsf{\\mathit{#}}}",
          "\\mathtt{#}");

  private static final List<String> NUMBERS =
      List.of("\\mathbf{#}", "\\mathbb{#}", "\\mathsf{#}", "\\mathbf{\\mathsf{#}}", "\\mathtt{#}");

  private MathAlphabet() {}

  /**
   * Returns JLaTeXMath's TeX for a character outside the Basic Multilingual Plane.
   *
   * @param codePoint the character
   */
  static String tex(int codePoint) {
    int latinEnd = START + LATIN.size() * 52;
    if (codePoint >= START && codePoint < latinEnd) {
      int index = (codePoint - START) % 52;
      char letter = (char) (index < 26 ? 'A' + index : 'a' + index - 26);
      return LATIN.get((codePoint - START) / 52).replace('#', letter);
    }
    if (codePoint >= DIGITS && codePoint < END) {
      char digit = (char) ('0' + (codePoint - DIGITS) % 10);
      return NUMBERS.get((codePoint - DIGITS) / 10).replace('#', digit);
    }
    return "\\jlmText{" + Character.toString(codePoint) + "}";
  }
}
