package io.github.formulint.markdown;

import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.List;

/** Shows readings in short, for comparison. */
public final class Readings {

  private Readings() {}

  /**
   * Returns the formulas of a text, {@code display:} before those in display style.
   *
   * @param reader the reader
   * @param markdown the text
   */
  public static List<String> of(MarkdownReader reader, String markdown) {
    return reader.read(SourceFile.of("test.md", markdown)).formulas().stream()
        .map(formula -> show(formula.style() == MathStyle.DISPLAY, formula.tex()))
        .toList();
  }

  static String show(boolean display, String tex) {
    return (display ? "display:" : "") + tex;
  }
}
