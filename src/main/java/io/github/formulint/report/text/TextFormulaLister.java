package io.github.formulint.report.text;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.report.FormulaLister;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A line for each formula: {@code file:line:column: style: TeX}, with the platform before the style
 * if one reads it.
 */
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
  public void document(SourceFile document, Optional<Platform> platform, Reading reading)
      throws IOException {
    String reader = platform.map(each -> each.id() + ": ").orElse("");
    for (Formula formula : reading.formulas()) {
      out.write(
          VisibleText.line(document.name())
              + ":"
              + document.lines().position(formula.span().start())
              + ": "
              + reader
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
