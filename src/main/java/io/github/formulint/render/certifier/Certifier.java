package io.github.formulint.render.certifier;

import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Proves of a formula that an engine renders it without a report. Immutable and thread-safe.
 *
 * <p>It knows a plain part of what the engine knows: its symbols and functions with their
 * arguments, groups, scripts, text, environments, delimiters that stretch. Which names that are,
 * and where each may stand, was tried with the engine itself while formulint was built ({@code
 * src/build/js/katex-certifier.js}, {@code mathjax-certifier.js}).
 */
public final class Certifier {

  /** Reads formulas as an engine does. */
  private interface Grammar {
    FormulaScan scan(CertifierTable table, String tex, boolean display);
  }

  private final CertifierTable table;
  private final Grammar grammar;

  private Certifier(CertifierTable table, Grammar grammar) {
    this.table = table;
    this.grammar = grammar;
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
   * Reads the certifier for the MathJax that formulint is built with.
   *
   * @param setup how MathJax is set up: {@code github}, {@code full} or {@code standard}
   * @throws UncheckedIOException if its table is missing or damaged, which only a broken build can
   *     cause
   */
  public static Certifier mathjax(String setup) {
    Objects.requireNonNull(setup);
    // No lambda: to link one takes longer than to read the table.
    return new Certifier(
        CertifierTable.load("mathjax-" + setup),
        new Grammar() {
          @Override
          public FormulaScan scan(CertifierTable table, String tex, boolean display) {
            return new MathJaxScan(table, tex, display);
          }
        });
  }

  /**
   * Returns true if the engine surely renders the formula without a report; false says nothing.
   *
   * @param formula the formula, before which nothing is defined
   */
  public boolean certifies(MathSource formula) {
    return grammar.scan(table, formula.tex(), formula.style() == MathStyle.DISPLAY).isCertain();
  }

  /** Holds the certifier, so that its table is read when first asked for. */
  private static final class Katex {

    private static final Certifier CERTIFIER =
        new Certifier(
            CertifierTable.load("katex"),
            new Grammar() {
              @Override
              public FormulaScan scan(CertifierTable table, String tex, boolean display) {
                return new FormulaScan(table, tex, display);
              }
            });
  }
}
