package io.github.formulint.markdown;

import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.TemplateVariables;
import java.util.Objects;

/**
 * A formula of a document. Immutable.
 *
 * @param delimiter the marks around it
 * @param style inline or display
 * @param span the whole formula with its delimiters, in UTF-16 offsets into the source
 * @param texSpan from the first to the last character of its TeX, in UTF-16 offsets into the
 *     source; inside {@code span}; it may hold characters that are not TeX, such as {@code >} of a
 *     quote
 * @param tex the TeX as the engine gets it; lines end with {@code \n}
 * @param offsets where each character of {@code tex} stands in the source
 * @param context where in the document it stands
 */
public record Formula(
    Delimiter delimiter,
    MathStyle style,
    Span span,
    Span texSpan,
    String tex,
    OffsetMap offsets,
    FormulaContext context) {

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if the TeX lies outside the formula
   */
  public Formula {
    Objects.requireNonNull(delimiter);
    Objects.requireNonNull(style);
    Objects.requireNonNull(tex);
    Objects.requireNonNull(offsets);
    Objects.requireNonNull(context);
    if (!span.contains(texSpan)) {
      throw new IllegalArgumentException("TeX at " + texSpan + " outside formula at " + span);
    }
  }

  /**
   * Returns what an engine is told of this formula: its TeX, with numbers in place of the variables
   * of a template, each as long as the variable.
   */
  public MathSource source() {
    return new MathSource(TemplateVariables.standIn(tex), style);
  }

  /**
   * Returns whether its TeX is some other, but for the amount of white space: readers keep
   * different indentation.
   *
   * @param other TeX
   */
  public boolean hasTex(String other) {
    int i = afterSpace(tex, 0);
    int j = afterSpace(other, 0);
    while (i < tex.length() && j < other.length()) {
      if (tex.charAt(i) != other.charAt(j)
          && !(isSpace(tex.charAt(i)) && isSpace(other.charAt(j)))) {
        break;
      }
      boolean isSpace = isSpace(tex.charAt(i));
      i = isSpace ? afterSpace(tex, i) : i + 1;
      j = isSpace ? afterSpace(other, j) : j + 1;
    }
    return afterSpace(tex, i) == tex.length() && afterSpace(other, j) == other.length();
  }

  private static int afterSpace(String text, int at) {
    int end = at;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** Returns whether the formula has no TeX but white space. */
  public boolean isEmpty() {
    return tex.isBlank();
  }
}
