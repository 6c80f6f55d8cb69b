package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.Optional;

/**
 * A formula found in the text of a page.
 *
 * @param delimiter the marks around it
 * @param style inline or display
 * @param start index of the opener
 * @param texStart index behind the opener
 * @param texEnd index of the closer
 * @param end index behind the closer
 */
record FoundFormula(
    Delimiter delimiter, MathStyle style, int start, int texStart, int texEnd, int end) {

  /**
   * Returns the formula in its place; an environment's TeX holds its own delimiters. What the
   * browser puts together of texts in another order stands nowhere in the source.
   */
  Optional<Formula> in(MappedText text, FormulaContext context) {
    boolean whole = delimiter == Delimiter.ENVIRONMENT;
    int from = whole ? start : texStart;
    int to = whole ? end : texEnd;
    Span span = text.sourceSpan(start, end);
    if (span.isEmpty() || !text.isInOrder(start, end)) {
      return Optional.empty();
    }
    return Optional.of(
        new Formula(
            asWritten(text),
            style,
            span,
            text.sourceSpan(from, to),
            text.subSequence(from, to).toString(),
            text.offsets(from, to),
            context));
  }

  /** Markdown turns {@code \\(} into {@code \(}. */
  private Delimiter asWritten(MappedText text) {
    boolean doubled = text.sourceEnd(start) - text.sourceStart(start) == 2;
    return switch (delimiter) {
      case PARENTHESIS -> doubled ? Delimiter.DOUBLE_BACKSLASH_PARENTHESIS : delimiter;
      case BRACKET -> doubled ? Delimiter.DOUBLE_BACKSLASH_BRACKET : delimiter;
      default -> delimiter;
    };
  }
}
