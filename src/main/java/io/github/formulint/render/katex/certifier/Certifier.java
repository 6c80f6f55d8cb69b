package io.github.formulint.render.katex.certifier;

import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.UncheckedIOException;

/**
 * Proves of a formula that KaTeX renders it without a report. Immutable and thread-safe.
 *
 * <p>It knows a plain part of what KaTeX knows: its symbols and functions with their arguments,
 * groups, scripts, text, environments, delimiters that stretch. Which names that are, and where
 * each may stand, was tried with KaTeX itself while formulint was built ({@code
 * src/build/js/katex-certifier.js}).
 */
public final class Certifier {

  private final CertifierTable table;

  private Certifier(CertifierTable table) {
    this.table = table;
  }

  /**
   * Returns the certifier for the KaTeX that formulint is built with. Its table is read at the
   * first call.
   *
   * @throws UncheckedIOException if its table is missing or damaged, which only a broken build can
   *     cause
   */
  public static Certifier katex() {
    return Katex.CERTIFIER;
  }

  /**
   * Returns true if KaTeX surely renders the formula without a report; false says nothing.
   *
   * @param formula the formula
   */
  public boolean certifies(MathSource formula) {
    return new FormulaScan(table, formula.tex(), formula.style() == MathStyle.DISPLAY).isCertain();
  }

  /** Holds the certifier, so that its table is read when first asked for. */
  private static final class Katex {

    private static final Certifier CERTIFIER = new Certifier(CertifierTable.load());
  }
}
