package io.github.formulint.report;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Objects;

/** A line for each formula: {@code file:line:column: style: TeX}. */
public final class TextFormulaLister implements FormulaLister {

  private final Writer out;

  /**
   * Makes a lister.
   *
   * @param out takes the list
   */
  public TextFormulaLister(Writer out) {
    this.out = Objects.requireNonNull(out);
  }

  @Override
  public void document(SourceFile document, Reading reading) throws IOException {
    for (Formula formula : reading.formulas()) {
      out.write(
          DisplayLine.sanitize(document.name())
              + ":"
              + document.lines().position(formula.span().start())
              + ": "
              + formula.style().name().toLowerCase(Locale.ROOT)
              + ": "
              + DisplayLine.sanitize(formula.tex())
              + "\n");
    }
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
