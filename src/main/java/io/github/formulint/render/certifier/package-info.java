/**
 * Proves of plain formulas that KaTeX renders them and has nothing to say of them, so that KaTeX
 * need not be asked. What it cannot prove it leaves to KaTeX: it never says that a formula is
 * wrong.
 */
package io.github.formulint.render.certifier;
