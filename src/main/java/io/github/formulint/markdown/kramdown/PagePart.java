package io.github.formulint.markdown.kramdown;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import java.util.List;
import java.util.Objects;

/**
 * A part of the page that kramdown makes: no element reaches from one to another. Immutable.
 *
 * @param kind what it is
 * @param text its Markdown, or its HTML
 * @param formulas what kramdown takes for formulas in it, in order
 * @param context where in the document it stands
 */
public record PagePart(Kind kind, MappedText text, List<Formula> formulas, FormulaContext context) {

  /** What a part is. */
  public enum Kind {
    /** Text with inline Markdown. */
    TEXT,
    /** Text of raw HTML. */
    HTML,
    /** A formula that is a block of its own. */
    FORMULA
  }

  /** Copies the list. */
  public PagePart {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
    formulas = List.copyOf(formulas);
    Objects.requireNonNull(context);
  }
}
