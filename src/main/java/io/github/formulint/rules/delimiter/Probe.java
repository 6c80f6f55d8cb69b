package io.github.formulint.rules.delimiter;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.List;

/**
 * Asks a platform what it makes of a formula in a document of a line or two: quick, and free of
 * what stands elsewhere. It proposes; only the whole document proves.
 */
final class Probe {

  private Probe() {}

  /**
   * Returns whether a platform reads exactly one formula in a small document, with that TeX.
   *
   * @param platform the platform
   * @param document the small document
   * @param tex the TeX that its engine should get, whatever the white space
   */
  static boolean reads(Platform platform, String document, String tex) {
    List<Formula> formulas = formulas(platform, document);
    return formulas.size() == 1 && formulas.get(0).hasTex(tex);
  }

  /**
   * Returns whether a platform reads exactly one formula in a small document, with that TeX and
   * style.
   */
  static boolean reads(Platform platform, String document, String tex, MathStyle style) {
    List<Formula> formulas = formulas(platform, document);
    return formulas.size() == 1 && formulas.get(0).style() == style && formulas.get(0).hasTex(tex);
  }

  /** Returns what a platform reads in a small document, but for empty formulas. */
  static List<Formula> formulas(Platform platform, String document) {
    return platform.reader().read(SourceFile.of("", document)).formulas().stream()
        .filter(formula -> !formula.isEmpty())
        .toList();
  }
}
